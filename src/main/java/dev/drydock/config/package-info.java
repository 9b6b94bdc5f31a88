/// `drydock.yaml`, read strictly, and the answer to "is this rule on here, at what level, with which options".
///
/// [ConfigReader] makes a [Config] of the file or says at which line and column it is wrong; [Settings] resolves it
/// with the rules' own defaults, the profile and the command line.
@NullMarked
package dev.drydock.config;

import org.jspecify.annotations.NullMarked;
