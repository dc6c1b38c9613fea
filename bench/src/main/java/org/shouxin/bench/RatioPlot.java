package org.shouxin.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ratios to the baselines as bars, in SVG that any browser shows. */
final class RatioPlot {
  private static final int ROW = 26;
  private static final int LABEL = 300;
  private static final int WIDTH = 420;

  private record Bar(String name, double ratio) {}

  private RatioPlot() {}

  static String of(List<Figure> figures) {
    List<Bar> compared =
        figures.stream()
            .flatMap(one -> Stream.ofNullable(one.ratio()).map(ratio -> new Bar(one.name(), ratio)))
            .toList();
    double most = compared.stream().mapToDouble(Bar::ratio).max().orElse(1);
    double scale = WIDTH / Math.max(1.2, most);
    int height = ROW * (compared.size() + 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n"
            .formatted(LABEL + WIDTH + 80, height));
    for (int i = 0; i < compared.size(); i++) {
      Bar one = compared.get(i);
      double length = one.ratio() * scale;
      int y = i * ROW;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\""
                  + " fill=\"#2f6f5e\"/><text x=\"%.1f\" y=\"%d\">%.2f</text>%n",
              LABEL - 8,
              y + 18,
              one.name(),
              LABEL,
              y + 5,
              length,
              LABEL + length + 6,
              y + 18,
              one.ratio()));
    }
    double one = LABEL + scale;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>"
                + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">baseline</text>%n</svg>%n",
            one,
            one,
            height - ROW + 4,
            one,
            height - 6));
    return svg.toString();
  }
}
