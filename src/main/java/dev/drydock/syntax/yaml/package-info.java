/// YAML as trees of nodes with exact places.
///
/// A [YamlFile] holds the documents of one file, its comments and its problems; a [YamlNode] is a scalar, a
/// mapping, a sequence or an alias. SnakeYAML finds the events; what they mean (core schema, merge keys,
/// duplicates, limits) is decided here, as go-yaml and compose-go decide it.
@NullMarked
package dev.drydock.syntax.yaml;

import org.jspecify.annotations.NullMarked;
