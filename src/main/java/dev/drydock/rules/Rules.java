package dev.drydock.rules;

import dev.drydock.rule.Rule;
import dev.drydock.rules.compose.ComposeImageTag;
import dev.drydock.rules.compose.ComposeSyntaxError;
import dev.drydock.rules.compose.NoOpMountConsistency;
import dev.drydock.rules.dockerfile.AbsoluteWorkdir;
import dev.drydock.rules.dockerfile.ArgScopeLost;
import dev.drydock.rules.dockerfile.CacheBustingOrder;
import dev.drydock.rules.dockerfile.CopyFromSelf;
import dev.drydock.rules.dockerfile.DuplicateCmd;
import dev.drydock.rules.dockerfile.DuplicateEntrypoint;
import dev.drydock.rules.dockerfile.DuplicateHealthcheck;
import dev.drydock.rules.dockerfile.DuplicateStageName;
import dev.drydock.rules.dockerfile.EmptyContinuation;
import dev.drydock.rules.dockerfile.ExecForm;
import dev.drydock.rules.dockerfile.FromAsCasing;
import dev.drydock.rules.dockerfile.InstructionCasing;
import dev.drydock.rules.dockerfile.InstructionOrder;
import dev.drydock.rules.dockerfile.InvalidExecForm;
import dev.drydock.rules.dockerfile.LegacyKeyValue;
import dev.drydock.rules.dockerfile.MaintainerDeprecated;
import dev.drydock.rules.dockerfile.NoInstallRecommends;
import dev.drydock.rules.dockerfile.NoLatestTag;
import dev.drydock.rules.dockerfile.PackageCacheMount;
import dev.drydock.rules.dockerfile.PinBaseImage;
import dev.drydock.rules.dockerfile.RelativeCopyDestination;
import dev.drydock.rules.dockerfile.SecretInArgOrEnv;
import dev.drydock.rules.dockerfile.StageNameCasing;
import dev.drydock.rules.dockerfile.StaleSyntaxDirective;
import dev.drydock.rules.dockerfile.SyntaxError;
import dev.drydock.rules.dockerfile.UndefinedArgInFrom;
import dev.drydock.rules.dockerfile.UndefinedVariable;
import dev.drydock.rules.dockerfile.UnknownFlag;
import dev.drydock.rules.dockerfile.UnknownInstruction;
import dev.drydock.rules.dockerfile.UseCopyNotAdd;
import dev.drydock.rules.project.CleanPackageLists;
import dev.drydock.rules.project.CopyIgnoredFile;
import dev.drydock.rules.project.DevDependenciesInFinalImage;
import dev.drydock.rules.project.DevToolsInFinalImage;
import dev.drydock.rules.project.DockerignoreIncomplete;
import dev.drydock.rules.project.DockerignoreMissing;
import dev.drydock.rules.project.MountMasksDependencies;
import dev.drydock.rules.project.ProdBindMountsSource;
import dev.drydock.rules.project.ProdDevEnvironment;
import dev.drydock.rules.project.RemoveInLaterLayer;
import dev.drydock.rules.project.RunAsRoot;
import dev.drydock.rules.project.SingleStageBuild;
import dev.drydock.rules.project.UnknownStage;
import dev.drydock.rules.project.UnreachableStage;
import java.util.List;

/// Every rule, in alphabetical order. `java src/dev/NewRule.java <id>` adds a line here.
public final class Rules {

    private Rules() {}

    /// One instance of each rule.
    public static List<Rule> all() {
        return List.of(
                new AbsoluteWorkdir(),
                new ArgScopeLost(),
                new CacheBustingOrder(),
                new CleanPackageLists(),
                new ComposeImageTag(),
                new ComposeSyntaxError(),
                new CopyFromSelf(),
                new CopyIgnoredFile(),
                new DevDependenciesInFinalImage(),
                new DevToolsInFinalImage(),
                new DockerignoreIncomplete(),
                new DockerignoreMissing(),
                new DuplicateCmd(),
                new DuplicateEntrypoint(),
                new DuplicateHealthcheck(),
                new DuplicateStageName(),
                new EmptyContinuation(),
                new ExecForm(),
                new FromAsCasing(),
                new InstructionCasing(),
                new InstructionOrder(),
                new InvalidExecForm(),
                new LegacyKeyValue(),
                new MaintainerDeprecated(),
                new MountMasksDependencies(),
                new NoInstallRecommends(),
                new NoLatestTag(),
                new NoOpMountConsistency(),
                new PackageCacheMount(),
                new PinBaseImage(),
                new ProdBindMountsSource(),
                new ProdDevEnvironment(),
                new RelativeCopyDestination(),
                new RemoveInLaterLayer(),
                new RunAsRoot(),
                new SecretInArgOrEnv(),
                new SingleStageBuild(),
                new StageNameCasing(),
                new StaleSyntaxDirective(),
                new SyntaxError(),
                new UndefinedArgInFrom(),
                new UndefinedVariable(),
                new UnknownFlag(),
                new UnknownInstruction(),
                new UnknownStage(),
                new UnreachableStage(),
                new UseCopyNotAdd());
    }
}
