package org.shouxin.system.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place in a manifest, named by its path; an absent place answers empty values. */
record Node(String path, @Nullable Object value) {

  /** The place below, for example {@code at("spec.template.spec")}. */
  Node at(String names) {
    Node place = this;
    for (String name : names.split("\\.")) {
      place = new Node(place.path + "." + name, place.map().get(name));
    }
    return place;
  }

  /** The place below whose name has dots, as labels have. */
  Node key(String name) {
    return new Node(path + "[" + name + "]", map().get(name));
  }

  String text() {
    return value == null ? "" : value.toString();
  }

  List<Node> list() {
    return value instanceof List<?> items
        ? items.stream().map(item -> new Node(path + "[]", item)).toList()
        : List.of();
  }

  /** The item of a list that has this name. */
  Node named(String name) {
    return list().stream()
        .filter(item -> item.at("name").text().equals(name))
        .findFirst()
        .orElse(new Node(path + "[" + name + "]", null));
  }

  /** Names and texts of a map, sorted. */
  TreeMap<String, String> texts() {
    TreeMap<String, String> texts = new TreeMap<>();
    map().forEach((name, item) -> texts.put(Objects.toString(name), Objects.toString(item)));
    return texts;
  }

  private Map<?, ?> map() {
    return value instanceof Map<?, ?> fields ? fields : Map.of();
  }
}
