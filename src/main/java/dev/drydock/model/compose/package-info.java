/// What a project's Compose files mean: services and resources, each value with its file and place.
///
/// [ComposeFile] is one file; [ComposeProject] ties the files of a tree together: a [ComposeFamily] is a base with
/// the overlays beside it, a [Variant] what one runs of it (`-f compose.yaml -f compose.prod.yaml`), with its
/// [Role].
@NullMarked
package dev.drydock.model.compose;

import org.jspecify.annotations.NullMarked;
