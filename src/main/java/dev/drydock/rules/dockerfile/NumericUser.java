package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;

/// An image that ends with a user that only its own passwd file can look up.
public final class NumericUser implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        Stage last = file.finalStage();
        Step chosen = last == null || last.isWindows() ? null : last.userStep(Integer.MAX_VALUE);
        if (chosen == null
                || !(chosen.instruction() instanceof Instruction.User user)
                || !(chosen.value(user.user()) instanceof Text.Known(String name))) {
            return;
        }
        int colon = name.indexOf(':');
        String account = colon < 0 ? name : name.substring(0, colon);
        if (!account.isEmpty()
                && account.indexOf('{') < 0
                && !account.equals("root")
                && BuildFile.number(account) < 0) {
            report.at(
                    file.source(),
                    user.user().span(),
                    "the host cannot tell whether " + account + " is root; end with a numeric id, such as 10001");
        }
    }
}
