import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Rewrites pattern-matching switches of compiled classes to plain `instanceof` chains.
///
/// javac leaves such a switch to `java.lang.runtime.SwitchBootstraps`, which spins a class for each one at run
/// time: a
/// millisecond apiece, forty for the first, and nothing that an AOT cache keeps. The chain does the same and is
/// there
/// at once. Only the distribution is treated so; the sources stay as they read best.
final class PlainSwitches {

    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    private final ClassFile classFile;

    /// @param classes class files by resource name, of all classes that the rewritten ones speak of
    PlainSwitches(Map<String, byte[]> classes) {
        var resolver = ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
            String descriptor = type.descriptorString();
            byte[] bytes = classes.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
            return bytes == null ? null : new java.io.ByteArrayInputStream(bytes);
        });
        classFile = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(resolver.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// One switch: the method that takes its place.
    private record Chain(String name, MethodTypeDesc type, List<LoadableConstantEntry> labels) {}

    byte[] rewrite(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        ClassDesc self = model.thisClass().asSymbol();
        var chains = new ArrayList<Chain>();
        CodeTransform code = (builder, element) -> {
            Chain chain = element instanceof InvokeDynamicInstruction call ? chain(call, chains.size()) : null;
            if (chain == null) {
                builder.with(element);
            } else {
                chains.add(chain);
                builder.invokestatic(self, chain.name(), chain.type(), isInterface);
            }
        };
        byte[] rewritten = classFile.transformClass(
                model, ClassTransform.transformingMethodBodies(code).andThen(ClassTransform.endHandler(builder -> {
                    for (Chain chain : chains) {
                        builder.withMethodBody(
                                chain.name(),
                                chain.type(),
                                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                body(chain));
                    }
                })));
        return chains.isEmpty() ? bytes : rewritten;
    }

    private static Chain chain(InvokeDynamicInstruction call, int number) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        if (!bootstrap.owner().displayName().equals("SwitchBootstraps")
                || !bootstrap.methodName().equals("typeSwitch")) {
            return null;
        }
        List<LoadableConstantEntry> labels = call.invokedynamic().bootstrap().arguments();
        for (LoadableConstantEntry label : labels) {
            boolean known = switch (label) {
                case ClassEntry _, StringEntry _ -> true;
                default -> false;
            };
            if (!known) {
                return null;
            }
        }
        return new Chain("plainSwitch$" + number, call.typeSymbol(), labels);
    }

    /// The number of the first label, from the second argument on, that the first argument matches; -1 for null,
    /// and
    /// the number of labels where none matches.
    private static Consumer<CodeBuilder> body(Chain chain) {
        return code -> {
            Label some = code.newLabel();
            code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
            for (int i = 0; i < chain.labels().size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                switch (chain.labels().get(i)) {
                    case ClassEntry type -> code.aload(0).instanceOf(type);
                    case StringEntry text -> code.ldc(text).aload(0).invokevirtual(STRING, "equals", EQUALS);
                    default -> throw new IllegalStateException();
                }
                code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(chain.labels().size()).ireturn();
        };
    }
}
