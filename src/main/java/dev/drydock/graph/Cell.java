package dev.drydock.graph;

import dev.drydock.model.graph.ProjectGraph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What takes room on a layer: a node, what is written on an edge, or an edge that passes by.
final class Cell {

    /// The room that an edge needs beside others.
    static final int PASSING = 10;

    final @Nullable Node node;
    final List<String> lines;
    final int layer;
    /// 0 or 1: what builds, or what runs.
    final int band;
    final int lane;

    final int width;
    final int height;
    /// The cells on the layers above and below that an edge leads to.
    final List<Cell> above = new ArrayList<>();

    final List<Cell> below = new ArrayList<>();
    /// Its place among all cells of its layer.
    int order;
    /// Its middle.
    double x;

    int top;

    Cell(@Nullable Node node, List<String> lines, int layer, int band, int lane, int width, int height) {
        this.node = node;
        this.lines = lines;
        this.layer = layer;
        this.band = band;
        this.lane = lane;
        this.width = width;
        this.height = height;
    }

    boolean isPassing() {
        return node == null && lines.isEmpty();
    }

    /// The least distance between the middles of two neighbours.
    static double distance(Cell left, Cell right) {
        int gap = left.isPassing() || right.isPassing() ? 12 : 26;
        return (left.width + right.width) / 2.0 + gap;
    }

    @Override
    public String toString() {
        return (node == null ? lines.toString() : node.id()) + " on " + layer;
    }
}
