import './design/tokens.css';
import './shell/portal-app';
