/**
 * The life of one customer's data, from her client manager's first day to her own destruction: the
 * 20 steps of docs/story.md, told on the running system (issue 9).
 */
@NullMarked
package org.shouxin.launcher.story;

import org.jspecify.annotations.NullMarked;
