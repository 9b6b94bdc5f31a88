package dev.drydock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.syntax.yaml.YamlNode.Alias;
import dev.drydock.syntax.yaml.YamlNode.Mapping;
import dev.drydock.syntax.yaml.YamlNode.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @Test
    void everyNodeKnowsItsPlace() {
        YamlFile file = read("""
                services:
                  web:
                    image: "nginx:1.29"   # pinned
                    ports: [ "80:80", 8080 ]
                    command:
                      - 'it''s'

                  # between
                  db: {image: postgres}
                """);
        assertThat(file.problems()).isEmpty();
        Mapping web = mapping(file, "services", "web");
        assertThat(text(file, web)).startsWith("image:").endsWith("- 'it''s'");
        assertThat(text(file, web.value("image"))).isEqualTo("\"nginx:1.29\"");
        assertThat(text(file, web.value("ports"))).isEqualTo("[ \"80:80\", 8080 ]");
        assertThat(text(file, mapping(file, "services", "db"))).isEqualTo("{image: postgres}");
        assertThat(file.comments()).extracting(file.source()::text).containsExactly("# pinned", "# between");
    }

    @Test
    void offsetsCountUtf16CodeUnitsAlsoBehindEmojiAndCarriageReturns() {
        YamlFile file = read("# 🚢🚢\r\nname: \"⚓🚢\"\r\nother: x🚢y # 🚢\r\nlast: z\r\n");
        Mapping root = mapping(file);
        assertThat(text(file, root.value("name"))).isEqualTo("\"⚓🚢\"");
        assertThat(text(file, root.value("other"))).isEqualTo("x🚢y");
        assertThat(text(file, root.value("last"))).isEqualTo("z");
        assertThat(file.comments()).extracting(file.source()::text).containsExactly("# 🚢🚢", "# 🚢");
    }

    @Test
    void anAliasStandsForItsAnchor() {
        YamlFile file = read("""
                x-env: &env {A: 1}
                a:
                  environment: *env
                """);
        YamlNode environment = mapping(file, "a").value("environment");
        assertThat(environment).isInstanceOf(Alias.class);
        assertThat(text(file, environment)).isEqualTo("*env");
        assertThat(environment.asMapping().value("A").asScalar().value()).isEqualTo("1");
    }

    @Test
    void mergeKeysBringInWhatTheMappingDoesNotHave() {
        YamlFile file = read("""
                one: &one {a: 1, b: 1}
                two: &two
                  <<: *one
                  b: 2
                  c: 2
                three:
                  <<: [*two, {a: 9, d: 9}]
                  c: 3
                """);
        Mapping three = mapping(file, "three");
        assertThat(List.of("a", "b", "c", "d"))
                .extracting(key -> three.value(key).asScalar().value())
                .containsExactly("1", "2", "3", "9");
        assertThat(three.entries()).hasSize(2);
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void tagsAndAnchorsStandBeforeTheNode() {
        YamlFile file = read("""
                ports: !reset []
                image: &img !override nginx
                empty: !reset
                next: !!str 12
                """);
        Mapping root = mapping(file);
        assertThat(root.value("ports").tag()).isEqualTo("!reset");
        assertThat(text(file, root.value("ports"))).isEqualTo("[]");
        YamlNode image = root.value("image");
        assertThat(image.tag()).isEqualTo("!override");
        assertThat(image.properties().anchor()).isEqualTo("img");
        assertThat(file.source().text(image.properties().tagSpan())).isEqualTo("!override");
        assertThat(file.source().text(image.properties().anchorSpan())).isEqualTo("&img");
        assertThat(text(file, image)).isEqualTo("nginx");
        assertThat(root.value("empty").span().isEmpty()).isTrue();
        assertThat(root.value("next").asScalar().kind()).isEqualTo(Scalar.Kind.STRING);
    }

    @ParameterizedTest
    @CsvSource({
        "no,STRING",
        "on,STRING",
        "Yes,STRING",
        "22:22,STRING",
        "0777,INTEGER",
        "0o17,INTEGER",
        "08,FLOAT",
        "0x1F,INTEGER",
        "0x,STRING",
        "-12,INTEGER",
        "1_000,INTEGER",
        "1.5,FLOAT",
        "1e3,FLOAT",
        ".5,FLOAT",
        "1.,FLOAT",
        ".,STRING",
        "1.2.3,STRING",
        "~,NULL",
        "null,NULL",
        "nULL,STRING",
        "true,BOOLEAN",
        "tRUE,STRING",
        ".inf,FLOAT",
        "'',NULL",
        "-,STRING",
        "+1,INTEGER",
        "1e,STRING",
        "2001-01-01,STRING"
    })
    void scalarsAreWhatGoYamlTakesThemFor(String text, Scalar.Kind kind) {
        Mapping root = mapping(read("key: " + (text.equals("-") ? "'-'" : text) + "\n"));
        assertThat(root.value("key").asScalar().kind()).isEqualTo(kind);
    }

    @Test
    void aDuplicateKeyNamesBothPlaces() {
        YamlFile file = read("""
                a:
                  x: 1
                  y: 2
                  x: 3
                b: {k: 1, "k": 2}
                c:
                  <<: {}
                  <<: {}
                """);
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "duplicate key \"x\"; keep one of the two",
                        "duplicate key \"k\"; keep one of the two",
                        "duplicate key \"<<\"; keep one of the two");
        Problem first = file.problems().getFirst();
        assertThat(file.source().position(first.span().start()).line()).isEqualTo(4);
        assertThat(file.source().position(file.first(first).start()).line()).isEqualTo(2);
    }

    @Test
    void whatStandsBeforeAFaultIsRead() {
        YamlFile file = read("""
                services:
                  web:
                    image: nginx
                   ports: 80
                """);
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(file.source().text(problem.span())).isEqualTo("ports: 80");
            assertThat(problem.message()).contains("line up");
        });
        assertThat(mapping(file, "services", "web").value("image").asScalar().value())
                .isEqualTo("nginx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c            | : c            | in the middle of a value",
                "a: @b              | @b             | cannot start with \"@\"",
                "a: \"\\d\"         | \\d            | is no escape",
                "a: \"b             | \"b            | never closed",
                "a: [b              | [              | never closed",
                "a: [b c: d         | [              | never closed",
                "a: {b: [c}         | }              | expected",
                "a: *b              | *b             | nothing before this is anchored",
                "a: &a [*a]         | *a             | contains itself",
                "{<<: 5}            | 5              | takes a mapping",
                "a: !x!y z          | !x!y           | undefined tag handle",
                "? [a] : b          | [a] : b        | ",
            })
    void aFaultIsSaidAtItsWords(String text, String words, String message) {
        YamlFile file = read(text + "\n");
        assertThat(file.problems()).isNotEmpty();
        Problem problem = file.problems().getFirst();
        if (message != null) {
            assertThat(file.source().text(problem.span())).isEqualTo(words);
            assertThat(problem.message()).contains(message);
        }
    }

    @Test
    void whatStandsBehindAFaultIsReadToo() {
        YamlFile file = read("""
                services:
                  web:
                    image: &image nginx
                    command: a: b
                  db:
                \t  image: postgres
                  cache:
                    image: *image
                    image: again
                volumes:
                  data: "x
                """);
        assertThat(file.problems())
                .extracting(problem -> file.source().line(problem.span().start()))
                .containsExactly(4, 6, 11);
        assertThat(mapping(file, "services", "web").value("image").asScalar().value())
                .isEqualTo("nginx");
        assertThat(mapping(file, "services", "cache").value("image").asScalar().value())
                .isEqualTo("nginx");
        assertThat(mapping(file).value("volumes")).isNotNull();
    }

    @Test
    void aTabThatIndentsIsShown() {
        YamlFile file = read("a:\n\tb: c\n");
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.span().start()).isEqualTo(3);
            assertThat(problem.message()).isEqualTo("a tab indents this line; use spaces");
        });
    }

    @Test
    void aControlCharacterIsAProblemAndTheRestIsRead() {
        YamlFile file = read("a: b\u0007c\nd: e\n");
        assertThat(file.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.span().start()).isEqualTo(4));
        assertThat(mapping(file).value("d").asScalar().value()).isEqualTo("e");
    }

    @Test
    void anAliasBombIsDefused() {
        var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ", ").repeat(9) + "]\n");
        }
        YamlFile file = read(text.toString());
        assertThat(file.problems())
                .extracting(Problem::message)
                .contains("the aliases of this file expand to more than 100000 nodes");
    }

    @Test
    void depthIsBounded() {
        YamlFile file = read("[".repeat(10_000) + "]".repeat(10_000));
        assertThat(file.problems()).extracting(Problem::message).containsExactly("nested deeper than 200 levels");
    }

    @Test
    void documentsFollowEachOther() {
        YamlFile file = read("a: &x 1\n---\nb: *x\n---\n");
        assertThat(file.documents()).hasSize(3);
        assertThat(file.problems())
                .extracting(Problem::message)
                .containsExactly("nothing before this is anchored as \"&x\"");
    }

    @Test
    void theCharactersOfAScalarKnowTheirPlaces() {
        assertThat(place("k: \"a\\tb ${X}\"\n", "${X}")).isEqualTo("${X}");
        assertThat(place("k: 'it''s ${X}'\n", "s $")).isEqualTo("s $");
        assertThat(place("k: one\n   two\n   ${X}\n", "${X}")).isEqualTo("${X}");
        assertThat(place("k: |\n  first\n    ${X}\n\n  last\n", "${X}")).isEqualTo("${X}");
        assertThat(place("k: |\n  first\n    ${X}\n\n  last\n", "last")).isEqualTo("last");
        assertThat(place("k: >-\n\n  one\n  ${X}\n  two # no comment\n", "no comment"))
                .isEqualTo("no comment");
        assertThat(place("k: \"one \\\n   two ${X}\"\n", "two ${X}")).isEqualTo("two ${X}");
        assertThat(place("k: \"\\u00e9\\U0001F6A2 ${X}\"\n", "${X}")).isEqualTo("${X}");
    }

    private static String place(String text, String words) {
        YamlFile file = read(text);
        var mapped = file.text(mapping(file).value("k").asScalar());
        int at = mapped.text().indexOf(words);
        assertThat(at).isNotNegative();
        return file.source().text(mapped.span(at, at + words.length()));
    }

    private static YamlFile read(String text) {
        return YamlFile.read(Source.of("compose.yaml", text));
    }

    private static Mapping mapping(YamlFile file, String... path) {
        Mapping node = file.documents().getFirst().asMapping();
        for (String key : path) {
            node = node.value(key).asMapping();
        }
        return node;
    }

    private static String text(YamlFile file, YamlNode node) {
        return file.source().text(node.span());
    }
}
