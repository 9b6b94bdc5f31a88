package dev.drydock.model.build;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a Dockerfile means. Built once from the syntax, then only asked.
public final class BuildFile {

    private final Dockerfile syntax;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, List<Stage>> byName = new HashMap<>();
    private final Map<String, Variable> globals = new LinkedHashMap<>();
    private final List<Forward> forwards = new ArrayList<>();

    /// A reference to a stage that was not there yet when it was read: BuildKit finds those that come later, too.
    private record Forward(Stage from, String name, Dependency.Kind kind, Span span) {}

    /// The model of a Dockerfile.
    public BuildFile(Dockerfile syntax) {
        this.syntax = syntax;
        boolean fragment = !hasFrom();
        for (Instruction instruction : syntax.instructions()) {
            switch (instruction) {
                case Instruction.From from -> open(from);
                case Instruction.Arg arg when stages.isEmpty() && !fragment -> global(arg);
                default -> (stages.isEmpty() ? open(null) : stages.getLast()).add(instruction);
            }
        }
        for (Forward forward : forwards) {
            Stage stage = stageReferred(forward.name(), stages.size());
            if (stage != null && stage != forward.from()) {
                forward.from().depend(stage, forward.kind(), forward.span());
            }
        }
    }

    /// Takes in that a stage uses one that is not there yet.
    void expect(Stage from, String name, Dependency.Kind kind, Span span) {
        forwards.add(new Forward(from, name, kind, span));
    }

    private boolean hasFrom() {
        for (Instruction instruction : syntax.instructions()) {
            if (instruction instanceof Instruction.From) {
                return true;
            }
        }
        return false;
    }

    private Stage open(Instruction.@Nullable From from) {
        var stage = new Stage(this, stages.size(), from);
        stages.add(stage);
        if (stage.name() != null) {
            byName.computeIfAbsent(stage.name(), _ -> new ArrayList<>()).add(stage);
        }
        return stage;
    }

    private void global(Instruction.Arg arg) {
        for (Pair pair : arg.pairs()) {
            Text value = pair.value() == null ? Text.unknown() : pair.value().value(this::globalValue);
            globals.put(pair.name(), new Variable(pair.name(), value, Variable.Kind.ARG, pair));
        }
    }

    public Source source() {
        return syntax.source();
    }

    public Dockerfile syntax() {
        return syntax;
    }

    /// What the reader could not accept, of one kind.
    public List<Problem> problems(Problem.Kind kind) {
        var found = new ArrayList<Problem>();
        for (Problem problem : syntax.problems()) {
            if (problem.kind() == kind) {
                found.add(problem);
            }
        }
        return found;
    }

    /// Whether every line was understood as an instruction. Where not — a template, a lost continuation — stages
    /// and variables may be other than they seem, and what follows from them is not certain.
    public boolean isWhole() {
        for (Problem problem : syntax.problems()) {
            switch (problem.kind()) {
                case UNKNOWN_INSTRUCTION, SYNTAX_ERROR -> {
                    return false;
                }
                case UNKNOWN_FLAG,
                        INSTRUCTION_ORDER,
                        NESTED_ONBUILD,
                        EMPTY_CONTINUATION,
                        INVALID_EXEC_FORM,
                        SHELL_SYNTAX_ERROR,
                        COMPOSE_SYNTAX_ERROR,
                        INVALID_INTERPOLATION -> {
                    // Leaves the structure what it is.
                }
            }
        }
        return true;
    }

    /// The stages in order; a fragment without `FROM` has one that is implied.
    public List<Stage> stages() {
        return stages;
    }

    /// The stage that a build without `--target` makes; null for a file without instructions.
    public @Nullable Stage finalStage() {
        return stages.isEmpty() ? null : stages.getLast();
    }

    /// The stages that no other starts from or takes something from: what comes out of the file.
    public List<Stage> results() {
        boolean[] used = new boolean[stages.size()];
        for (Stage stage : stages) {
            for (Dependency dependency : stage.dependencies()) {
                used[dependency.to().index()] = true;
            }
        }
        var results = new ArrayList<Stage>();
        for (Stage stage : stages) {
            if (!used[stage.index()]) {
                results.add(stage);
            }
        }
        return results;
    }

    /// Every `RUN` of every stage in order, those for later builds among them.
    public List<Step> runs() {
        var runs = new ArrayList<Step>();
        for (Stage stage : stages) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run) {
                    runs.add(step);
                }
            }
        }
        return runs;
    }

    /// Whether something may be taken from a further context of this name, which goes before a stage or an image
    /// that is called so.
    public boolean mayUseContext(String name) {
        for (Stage stage : stages) {
            boolean named = name.equalsIgnoreCase(stage.name()) || stage.from() == null;
            if (named
                    || mayMean(stage.from().image(), imageByDefault(stage.from().image()), name)) {
                return true;
            }
            for (Step step : stage.steps()) {
                for (Word from : step.stageWords()) {
                    if (mayMean(from, step.value(from), name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean mayMean(Word word, Text value, String name) {
        return !word.variables().isEmpty()
                || !(value instanceof Text.Known(String text))
                || familiar(text).equals(familiar(name));
    }

    /// The name of an image as BuildKit looks it up among the contexts.
    private static String familiar(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        for (String prefix : List.of("docker.io/library/", "docker.io/")) {
            name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
        return name.endsWith(":latest") ? name.substring(0, name.length() - ":latest".length()) : name;
    }

    /// The argument without a default that leaves a `FROM` without a valid image name when no build passes it; null
    /// where there is none.
    public @Nullable Variable argumentNeeded(Word image) {
        if (image.variables().isEmpty()
                || !(imageByDefault(image) instanceof Text.Known(String name))
                || (!name.isEmpty() && ImageReference.parse(name) != null)) {
            return null;
        }
        for (Word.Part.Variable variable : image.variables()) {
            Variable argument = globals.get(variable.name());
            if (argument != null && argument.pair() != null && argument.pair().value() == null) {
                return argument;
            }
        }
        return null;
    }

    /// The arguments declared before the first `FROM`, by name, in order.
    public Map<String, Variable> globals() {
        return globals;
    }

    /// The names of all arguments that the file declares, before its first `FROM` and in its stages.
    public Set<String> argumentNames() {
        Set<String> names = new LinkedHashSet<>(globals.keySet());
        for (Stage stage : stages) {
            names.addAll(stage.argumentNames());
        }
        return names;
    }

    /// The value that `FROM` sees under this name; null where nobody declares it.
    @Nullable
    Text globalValue(String name) {
        Variable variable = globals.get(name);
        if (variable != null) {
            return variable.value();
        }
        return Predefined.isGlobal(name) || Predefined.isProxy(name) ? Text.unknown() : null;
    }

    /// What `FROM` gets from a word when the build passes no argument; unknown where a value depends on more than
    /// the file, or a variable is not declared at all.
    public Text imageByDefault(Word image) {
        return image.value(name -> {
            Variable variable = globals.get(name);
            if (variable != null && variable.pair() != null) {
                return variable.pair().value() == null ? Text.of("") : variable.value();
            }
            return Predefined.platforms().contains(name) ? Text.of("amd64") : Text.unknown();
        });
    }

    /// The stage of this name that stands before the stage number `before`; the nearest, where several have it.
    public @Nullable Stage stageNamed(String name, int before) {
        List<Stage> named = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        int earlier = 0;
        for (int end = named.size(); earlier < end; ) {
            int middle = (earlier + end) >>> 1;
            if (named.get(middle).index() < before) {
                earlier = middle + 1;
            } else {
                end = middle;
            }
        }
        return earlier == 0 ? null : named.get(earlier - 1);
    }

    /// The names of the stages before stage number `before`.
    public List<String> stageNames(int before) {
        var names = new ArrayList<String>();
        for (Stage stage : stages.subList(0, before)) {
            if (stage.name() != null) {
                names.add(stage.name());
            }
        }
        return names;
    }

    /// The stage that `--from=name` in stage number `before` means: by name, or by number.
    public @Nullable Stage stageReferred(String name, int before) {
        Stage named = stageNamed(name, before);
        if (named != null) {
            return named;
        }
        int number = number(name);
        return number >= 0 && number < before ? stages.get(number) : null;
    }

    /// The number that a name is, -1 where it is none.
    public static int number(String name) {
        if (name.isEmpty() || name.length() > 6) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// The uses of a stage by which stages need each other in a circle: the first in the order of the file of each
    /// circle, which is the one that looks ahead.
    public List<Dependency> circles() {
        var circles = new ArrayList<Dependency>();
        for (Stage stage : stages) {
            for (Dependency dependency : stage.dependencies()) {
                if (dependency.to().index() > stage.index()
                        && closure(dependency.to()).contains(stage)) {
                    circles.add(dependency);
                }
            }
        }
        return circles;
    }

    /// The stages that a build of `target` needs, the target among them.
    public Set<Stage> closure(Stage target) {
        return closure(List.of(target));
    }

    /// The stages that builds of all the targets need, the targets among them.
    public Set<Stage> closure(List<Stage> targets) {
        var needed = new LinkedHashSet<Stage>();
        var open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            Stage stage = open.poll();
            if (needed.add(stage)) {
                for (Dependency dependency : stage.dependencies()) {
                    open.add(dependency.to());
                }
            }
        }
        return needed;
    }
}
