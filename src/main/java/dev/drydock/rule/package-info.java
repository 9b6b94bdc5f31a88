/// What a rule is, what it is given, and what it finds.
///
/// A [Rule] asks the model and writes to its [Report]; it does no parsing, no I/O, and keeps no state between
/// files. What people read about a rule — level, aliases, why, examples — stands on its page in `rules/`, of which
/// [RuleIndex] is the built form.
@NullMarked
package dev.drydock.rule;

import org.jspecify.annotations.NullMarked;
