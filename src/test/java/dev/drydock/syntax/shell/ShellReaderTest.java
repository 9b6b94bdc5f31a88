package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.grammar.ShellParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b c ¦ [a] [b] [c]",
                "a && b || c; d ¦ ([a] && [b] || [c]) [d]",
                "a | b |& c ¦ (| [a] [b] [c])",
                "! a | b ¦ (! [a] [b])",
                "a & b ¦ (& [a]) [b]",
                "A=1 B+=2 c D=3 ¦ A=[1] B+=[2] [c] [D=3]",
                "A= ¦ A=[]",
                "{ a; b; } ¦ {[a] [b]}",
                "(a; b) > f ¦ (sub [a] [b]) >[f]",
                "if a; then b; elif c; then d; else e; fi ¦ (if ([a] : [b]) ([c] : [d]) else [e])",
                "while a; do b; done < f ¦ (while [a] : [b]) <[f]",
                "until a; do b; done ¦ (until [a] : [b])",
                "for x in 1 2; do a $x; done ¦ (for x [1] [2] : [a] [${x}])",
                "for x; do a; done ¦ (for x  : [a])",
                "for ((i=0; i<(3); i++)); do a; done ¦ (for   : [a])",
                "case $x in a|b) c ;; (d*) e;; *) f; esac ¦ (case [${x}] ([a] [b] : [c]) ([d<*>] : [e]) ([<*>] : [f]))",
                "x=$(case y in a) b;; esac) ¦ x=[$((case [y] ([a] : [b])))]",
                "f() { a; } ¦ (fn f {[a]})",
                "function f() { a; }; function g { b; } ¦ (fn f {[a]}) (fn g {[b]})",
                "[[ a == b* && (c || d) ]] && e ¦ ((test [a] [==] [b<*>] [&&] [(c] [||] [d)]) && [e])",
                "[[ $a =~ ^x(a|b)$ ]] ¦ (test [${a}] [=~] [^x(a|b)$])",
                "[ -f a ] ¦ [[] [-f] [a] []]",
                "(( a > (1) )) && b ¦ ((arithmetic) && [b])",
                "((a); b) ¦ (sub (sub [a]) [b])",
                "echo $((1+(2))) $( (a) ) ¦ [echo] [$((…))] [$((sub [a]))]",
                "echo $((a) | b) ¦ [echo] [$((| (sub [a]) [b]))]",
                "time a; time -f x a ¦ [a] [time] [-f] [x] [a]",
                "echo if then done { } ! ¦ [echo] [if] [then] [done] [{] [}] [!]",
                "a 2>&1 >/dev/null 3<x &>y ¦ [a] 2>&[1] >[/dev/null] 3<[x] &>[y]",
                "a2>b \"c\"2>d ¦ [a2] [\"c\"2] >[b] >[d]",
                "> f ¦ >[f]",
                "<f a ¦ [a] <[f]",
                "cat <<< x ¦ [cat] <<<[x]",
                "diff <(a) >(b) ¦ [diff] [<([a])] [<([b])]",
                "a 'b c' \"d $e ${f} \\$g \\h\" $'i\\n' ¦ [a] ['b c'] [\"d ${e} ${f} \\$g \\h\"] [$'i\n']",
                "a\\ b c\"d\"'e' ¦ [a\\ b] [c\"d\"'e']",
                "${a:-b c} ${d%%*.x} ${#e} ${!f} ${g[1]} ${h//i/\"j\"} ${#} ¦ [${a :- [b c]}] [${d %% [*.x]}] "
                        + "[${e length []}] [${f indirect []}] [${g [ []}] [${h // [i/\"j\"]}] [${#}]",
                "\"${a:-its}\" ${b:-'x}'} ¦ [\"${a :- [its]}\"] [${b :- ['x}']}]",
                "`a b` \"`c \\`d\\``\" ¦ [$([a] [b])] [\"$([c] [$([d])])\"]",
                "\"$(a \"b $(c)\")\" ¦ [\"$([a] [\"b $([c])\"])\"]",
                "a # b ¦ [a]",
                "a#b $c#d ${e}#f \"g\"#h ¦ [a#b] [${c}#d] [${e}#f] [\"g\"#h]",
                "x=(a \"b\" c) y=() ¦ x=[([a] [\"b\"] [c])] y=[()]",
                "rm *.[ch] ~/a ~b !(x|y) {a,b}c ¦ [rm] [<*>.<[ch]>] [<~>/a] [<~b>] [!(x|y)] [<{a,b}>c]",
                "A=~/x:* b ¦ A=[<~>/x:<*>] [b]",
                "a $ b ¦ [a] [$] [b]",
                "done\"x\" ¦ [done\"x\"]",
                "if (a) then b; fi ¦ (if ((sub [a]) : [b]))",
            })
    void structure(String scriptAndTree) {
        int bar = scriptAndTree.indexOf(" ¦ ");
        String script = scriptAndTree.substring(0, bar);
        assertThat(Dump.of(script)).isEqualTo(scriptAndTree.substring(bar + 3));
        assertThat(Dump.read(script).problems()).isEmpty();
    }

    @Test
    void hereDocumentsAreRead() {
        assertThat(Dump.of("cat <<A <<-'B' > f\n1 $x\nA\n\t2\n\tB\nend"))
                .isEqualTo("[cat] <<[A]<1 $x\n> <<-['B']'<2\n> >[f] [end]");
        assertThat(Dump.of("a <<X && b\nX\nc")).isEqualTo("([a] <<[X]<> && [b]) [c]");
        assertThat(Dump.of("cat <<X > f")).isEqualTo("[cat] <<[X] >[f]");
    }

    @Test
    void newlinesAndContinuationsAreBlanks() {
        assertThat(Dump.of("a &&\n\n b |\n c\nd\\\ne \\\n f\n# x\nif a\nthen\nb\nfi\n"))
                .isEqualTo("([a] && (| [b] [c])) [de] [f] (if ([a] : [b]))");
        assertThat(Dump.of("case x\nin\na)\nb\n;;\nesac\nfor x\nin a\ndo b\ndone\nx=(\na\nb\n)"))
                .isEqualTo("(case [x] ([a] : [b])) (for x [a] : [b]) x=[([a] [b])]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ) b",
                "if a; then b",
                "a && ",
                "a | | b",
                "'a",
                "\"a",
                "a $(b",
                "fi",
                "a; done",
                "( a",
                "{ a",
                "for in",
                "case x in a) b",
                "a >",
                "a > ; b",
                "`a",
                "${a",
                "[[ a",
                "f() a",
                "a ;; b",
                "&& a",
                "()",
                "x=(a",
                "a () (b",
                "while a; done",
                "if ; then b; fi;;"
            })
    void whatDoesNotFitIsUnknownAndAProblem(String script) {
        assertThat(Dump.of(script)).contains("UNKNOWN");
        assertThat(Dump.read(script).problems()).isNotEmpty();
    }

    @Test
    void aFaultLeavesTheStatementsAroundItKnown() {
        assertThat(Dump.of("a; b > ; c\nd")).isEqualTo("[a] UNKNOWN [c] [d]");
        assertThat(Dump.of("a; if b; then c > ; fi; d")).isEqualTo("[a] (if ([b] : UNKNOWN)) [d]");
    }

    @Test
    void depthIsBounded() {
        for (String opener : new String[] {"(", "{ ", "$(", "\"$(", "if ", "${a:-", "$((", "x=(", "[[ $(", "! ", "`"}) {
            Script script = Dump.read(opener.repeat(20_000));
            assertThat(script.statements()).as(opener).isNotEmpty();
        }
        assertThat(Dump.of("(".repeat(30) + "a" + ")".repeat(30))).doesNotContain("UNKNOWN");
    }

    @Test
    void longScriptsTakeLinearTime() {
        String line = "if a \"$b\" $(c `d`); then x 'y' && z | (w); fi\n";
        Dump.read(line.repeat(200));
        long small = time(line.repeat(1000));
        long large = time(line.repeat(8000));
        assertThat(large).isLessThan(40 * Math.max(small, 1_000_000));
    }

    private static long time(String script) {
        long start = System.nanoTime();
        assertThat(Dump.read(script).problems()).isEmpty();
        return System.nanoTime() - start;
    }

    @Test
    void wordsHaveTexts() {
        Word word = ((Statement.SimpleCommand)
                        Dump.read("a\"b $x\"'c'\\d${y:-e$x}").statements().getFirst())
                .words()
                .getFirst();
        assertThat(word.text()).isEqualTo(Text.unknown());
        assertThat(word.text(name -> name.equals("x") ? Text.of("1") : null)).isEqualTo(Text.of("ab 1cde1"));
        assertThat(word.isQuoted()).isTrue();
        MappedText content = word.content();
        assertThat(content).isNotNull();
        assertThat(content.text()).isEqualTo("ab $xcd${y:-e$x}");
    }

    @Test
    void spansPointIntoTheFileAcrossContinuations() {
        String file = "RUN a \\\n  'b \\\n c' 😀 d";
        MappedText joined = new MappedText.Builder()
                .append(file, 4, 6)
                .append(file, 8, 13)
                .append(file, 15, file.length())
                .build(file.length());
        Script script = ShellReader.read(joined, Dialect.POSIX);
        var command = (Statement.SimpleCommand) script.statements().getFirst();
        assertThat(texts(file, command)).isEqualTo("a|'b \\\n c'|😀|d");
    }

    private static String texts(String file, Statement.SimpleCommand command) {
        StringBuilder texts = new StringBuilder();
        for (Word word : command.words()) {
            Span span = word.span();
            texts.append(texts.isEmpty() ? "" : "|").append(file, span.start(), span.end());
        }
        return texts.toString();
    }

    @Test
    void anApostropheInBracesInsideQuotesIsPlainForShAlone() {
        String script = "a \"${b:-it's}\" \"${c%'}'}\"";
        assertThat(Dump.statements(Dump.read(script, Dialect.POSIX).statements()))
                .isEqualTo("[a] [\"${b :- [it's]}\"] [\"${c % ['}']}\"]");
        assertThat(Dump.read(script, Dialect.POSIX).problems()).isEmpty();
        assertThat(Dump.read("a \"${b:-it's}\"", Dialect.BASH).problems()).isNotEmpty();
    }

    @Test
    void commentsArePlaces() {
        String script = "a # one\n# two\nb '# c' d#e";
        assertThat(Dump.read(script).comments())
                .extracting(span -> script.substring(span.start(), span.end()))
                .containsExactly("# one", "# two");
    }

    @Test
    void theGrammarNeedsNoPrediction() throws Exception {
        Path generated = Path.of(System.getProperty("drydock.basedir", "."))
                .resolve("target/generated-sources/antlr4/dev/drydock/syntax/grammar/ShellParser.java");
        assertThat(Files.readString(generated)).doesNotContain("adaptivePredict");
        assertThat(ShellParser.ruleNames).contains("script");
    }

    @Test
    void sourcesWithAByteOrderMarkAreJustTexts() {
        Source source = Source.of("x", "\uFEFFa b");
        Script script = ShellReader.read(MappedText.of(source, new Span(0, 3)), Dialect.POSIX);
        assertThat(Dump.statements(script.statements())).isEqualTo("[a] [b]");
    }
}
