package dev.drydock.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives the cells of one lane their places from left to right, in the order that they have: as near as can be to
/// the middle of those they are joined with, none nearer to another than it may.
final class Placement {

    private static final int SWEEPS = 30;

    private Placement() {}

    /// @param layers the cells of the lane, layer by layer, each from left to right
    static void place(List<List<Cell>> layers) {
        for (List<Cell> layer : layers) {
            double at = 0;
            Cell last = null;
            for (Cell cell : layer) {
                at = last == null ? 0 : at + Cell.distance(last, cell);
                cell.x = at;
                last = cell;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                settle(layers.get(down ? i : layers.size() - 1 - i), down, sweep >= SWEEPS - 4);
            }
        }
        compact(layers);
    }

    /// Brings together what no edge joins: each group of joined cells goes to the left as far as
    /// it can.
    private static void compact(List<List<Cell>> layers) {
        List<List<Cell>> groups = groups(layers);
        groups.sort(Comparator.comparingDouble(Placement::left));
        double left = groups.isEmpty() ? 0 : left(groups.getFirst());
        Map<Cell, Cell> before = new HashMap<>();
        for (List<Cell> layer : layers) {
            for (int i = 1; i < layer.size(); i++) {
                before.put(layer.get(i), layer.get(i - 1));
            }
        }
        for (List<Cell> group : groups) {
            var own = new HashSet<>(group);
            double slack = left(group) - left;
            for (Cell cell : group) {
                Cell other = before.get(cell);
                if (other != null && !own.contains(other)) {
                    slack = Math.min(slack, cell.x - other.x - Cell.distance(other, cell));
                }
            }
            for (Cell cell : group) {
                cell.x -= Math.max(0, slack);
            }
        }
    }

    private static double left(List<Cell> cells) {
        double left = Double.MAX_VALUE;
        for (Cell cell : cells) {
            left = Math.min(left, cell.x - cell.width / 2.0);
        }
        return left;
    }

    private static List<List<Cell>> groups(List<List<Cell>> layers) {
        var groups = new ArrayList<List<Cell>>();
        var seen = new HashSet<Cell>();
        for (List<Cell> layer : layers) {
            for (Cell first : layer) {
                if (!seen.add(first)) {
                    continue;
                }
                var group = new ArrayList<Cell>(List.of(first));
                for (int i = 0; i < group.size(); i++) {
                    var joined = new ArrayList<>(group.get(i).above);
                    joined.addAll(group.get(i).below);
                    for (Cell other : joined) {
                        if (other.lane == first.lane && other.band == first.band && seen.add(other)) {
                            group.add(other);
                        }
                    }
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /// Makes the way of an edge straight wherever its neighbours leave it the room.
    ///
    /// @param chains for each edge its cells from the upper end to the lower
    static void straighten(List<List<Cell>> layers, List<List<Cell>> chains) {
        Map<Cell, Cell> left = new HashMap<>();
        Map<Cell, Cell> right = new HashMap<>();
        for (List<Cell> layer : layers) {
            for (int i = 1; i < layer.size(); i++) {
                left.put(layer.get(i), layer.get(i - 1));
                right.put(layer.get(i - 1), layer.get(i));
            }
        }
        for (List<Cell> chain : chains) {
            List<Cell> way = chain.subList(1, chain.size() - 1);
            int start = 0;
            double least = -Double.MAX_VALUE;
            double most = Double.MAX_VALUE;
            for (int i = 0; i <= way.size(); i++) {
                Cell cell = i == way.size() ? null : way.get(i);
                double low = cell == null ? 0 : least(cell, left.get(cell));
                double high = cell == null ? 0 : most(cell, right.get(cell));
                boolean ends = cell == null
                        || cell.lane != way.get(start).lane
                        || cell.band != way.get(start).band
                        || Math.max(least, low) > Math.min(most, high);
                if (ends) {
                    align(way.subList(start, i), least, most);
                    start = i;
                    least = low;
                    most = high;
                } else {
                    least = Math.max(least, low);
                    most = Math.min(most, high);
                }
            }
        }
    }

    private static double least(Cell cell, @Nullable Cell before) {
        return before == null || before.lane != cell.lane ? cell.x : before.x + Cell.distance(before, cell);
    }

    private static double most(Cell cell, @Nullable Cell after) {
        return after == null || after.lane != cell.lane ? cell.x : after.x - Cell.distance(cell, after);
    }

    private static void align(List<Cell> way, double least, double most) {
        double sum = 0;
        for (Cell cell : way) {
            sum += cell.x;
        }
        for (Cell cell : way) {
            cell.x = Math.max(least, Math.min(most, sum / way.size()));
        }
    }

    private static void settle(List<Cell> layer, boolean down, boolean both) {
        double[] wanted = new double[layer.size()];
        double[] weights = new double[layer.size()];
        for (int i = 0; i < layer.size(); i++) {
            Cell cell = layer.get(i);
            double sum = 0;
            double weight = 0;
            for (int side = 0; side < 2; side++) {
                boolean above = side == 0;
                if (both || above == down) {
                    for (Cell other : above ? cell.above : cell.below) {
                        if (other.lane == cell.lane) {
                            double pull = cell.node == null && other.node == null ? 8 : cell.node == null ? 2 : 1;
                            sum += other.x * pull;
                            weight += pull;
                        }
                    }
                }
            }
            wanted[i] = weight == 0 ? cell.x : sum / weight;
            weights[i] = weight == 0 ? 0.1 : weight;
        }
        double[] gaps = new double[layer.size()];
        for (int i = 1; i < layer.size(); i++) {
            gaps[i] = Cell.distance(layer.get(i - 1), layer.get(i));
        }
        double[] found = spread(wanted, weights, gaps);
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).x = found[i];
        }
    }

    /// The places nearest to those that are wanted, by the sum of the weighted squares, each at least its gap to
    /// the right of the one before. Neighbours that would come too near move together.
    static double[] spread(double[] wanted, double[] weights, double[] gaps) {
        int count = wanted.length;
        double[] offsets = new double[count];
        var blocks = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + gaps[i];
            double[] block = {wanted[i] - offsets[i], weights[i], 1};
            while (!blocks.isEmpty() && blocks.getLast()[0] >= block[0]) {
                double[] left = blocks.removeLast();
                double weight = left[1] + block[1];
                block = new double[] {(left[0] * left[1] + block[0] * block[1]) / weight, weight, left[2] + block[2]};
            }
            blocks.add(block);
        }
        double[] found = new double[count];
        int at = 0;
        for (double[] block : blocks) {
            for (int i = 0; i < block[2]; i++) {
                found[at] = block[0] + offsets[at];
                at++;
            }
        }
        return found;
    }
}
