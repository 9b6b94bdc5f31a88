package dev.drydock.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Orders the cells of each layer so that few edges cross, lanes staying side by side: each cell moves to the
/// middle of those it is joined with, down and up through the layers, as long as that helps; then neighbours change
/// places where that helps.
final class Ordering {

    private static final int SWEEPS = 24;
    /// Beyond this many cells, neighbours stay where they are: a picture of so many is not read for its beauty.
    private static final int MANY = 3000;

    private final List<List<Cell>> layers;

    private Ordering(List<List<Cell>> layers) {
        this.layers = layers;
    }

    static void order(List<List<Cell>> layers) {
        var ordering = new Ordering(layers);
        int cells = 0;
        for (List<Cell> layer : layers) {
            layer.sort(Comparator.comparingInt(cell -> cell.lane));
            number(layer);
            cells += layer.size();
        }
        ordering.sweep();
        if (cells <= MANY) {
            ordering.exchange();
        }
    }

    private static void number(List<Cell> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).order = i;
        }
    }

    private void sweep() {
        List<List<Cell>> best = copy();
        long least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                sort(layers.get(down ? i : layers.size() - 1 - i), down);
            }
            long now = crossings();
            if (now < least) {
                least = now;
                best = copy();
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.set(i, best.get(i));
            number(best.get(i));
        }
    }

    private List<List<Cell>> copy() {
        var copy = new ArrayList<List<Cell>>();
        for (List<Cell> layer : layers) {
            copy.add(new ArrayList<>(layer));
        }
        return copy;
    }

    private static void sort(List<Cell> layer, boolean down) {
        double[] middle = new double[layer.size()];
        for (Cell cell : layer) {
            middle[cell.order] = middle(cell, down ? cell.above : cell.below);
        }
        layer.sort(Comparator.<Cell>comparingInt(cell -> cell.lane)
                .thenComparingDouble(cell -> middle[cell.order])
                .thenComparingInt(cell -> cell.order));
        number(layer);
    }

    /// Where the joined cells have their middle, measured in layers as wide as this one's.
    private static double middle(Cell cell, List<Cell> joined) {
        if (joined.isEmpty()) {
            return cell.order;
        }
        double sum = 0;
        for (Cell other : joined) {
            sum += other.order;
        }
        return sum / joined.size();
    }

    private long crossings() {
        long sum = 0;
        for (int i = 0; i + 1 < layers.size(); i++) {
            sum += crossings(layers.get(i), layers.get(i + 1).size());
        }
        return sum;
    }

    /// The crossings between a layer and the one below, counted with a tree of sums.
    private static long crossings(List<Cell> layer, int below) {
        int[] tree = new int[below + 1];
        long crossings = 0;
        int seen = 0;
        for (Cell cell : layer) {
            int[] ends = new int[cell.below.size()];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = cell.below.get(i).order;
            }
            Arrays.sort(ends);
            for (int end : ends) {
                int before = 0;
                for (int at = end + 1; at > 0; at -= at & -at) {
                    before += tree[at];
                }
                crossings += seen - before;
            }
            for (int end : ends) {
                for (int at = end + 1; at <= below; at += at & -at) {
                    tree[at]++;
                }
                seen++;
            }
        }
        return crossings;
    }

    private void exchange() {
        boolean better = true;
        for (int round = 0; round < 10 && better; round++) {
            better = false;
            for (List<Cell> layer : layers) {
                for (int i = 0; i + 1 < layer.size(); i++) {
                    Cell left = layer.get(i);
                    Cell right = layer.get(i + 1);
                    if (left.lane == right.lane && gain(left, right) > 0) {
                        layer.set(i, right);
                        layer.set(i + 1, left);
                        right.order = i;
                        left.order = i + 1;
                        better = true;
                    }
                }
            }
        }
    }

    /// How many crossings two neighbours save when they change places.
    private static long gain(Cell left, Cell right) {
        return gain(left.above, right.above) + gain(left.below, right.below);
    }

    private static long gain(List<Cell> left, List<Cell> right) {
        long gain = 0;
        for (Cell one : left) {
            for (Cell other : right) {
                gain += Integer.signum(one.order - other.order);
            }
        }
        return gain;
    }
}
