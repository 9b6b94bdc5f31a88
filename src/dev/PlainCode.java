import java.lang.classfile.Attributes;
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
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Rewrites pattern-matching switches of compiled classes to plain `instanceof` chains.
///
/// javac leaves such a switch to `java.lang.runtime.SwitchBootstraps`, which spins a class for each one at run
/// time: a millisecond apiece, forty for the first, and nothing that an AOT cache keeps. The chain does the same
/// and is there at once. Only the distribution is treated so; the sources stay as they read best.
final class PlainCode {

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    private final ClassFile classFile;

    /// @param classes class files by resource name, of all classes that the rewritten ones speak of
    PlainCode(Map<String, byte[]> classes) {
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

    /// A component of a record.
    private record Component(String name, ClassDesc type) {}

    byte[] rewrite(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        ClassDesc self = model.thisClass().asSymbol();
        var chains = new ArrayList<Chain>();
        var methods = new ArrayList<String>();
        CodeTransform code = (builder, element) -> {
            Chain chain = element instanceof InvokeDynamicInstruction call ? chain(call, chains.size()) : null;
            if (chain != null) {
                chains.add(chain);
                builder.invokestatic(self, chain.name(), chain.type(), isInterface);
            } else if (element instanceof InvokeDynamicInstruction call && isOf(call, "ObjectMethods")) {
                switch (call.name().stringValue()) {
                    case "hashCode" -> {
                        methods.add("hashCode");
                        builder.invokestatic(self, "plainHashCode", call.typeSymbol(), false);
                    }
                    case "equals" -> {
                        methods.add("equals");
                        builder.invokestatic(self, "plainEquals", call.typeSymbol(), false);
                    }
                    default -> builder.with(element);
                }
            } else {
                builder.with(element);
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
                    for (String method : methods) {
                        boolean hash = method.equals("hashCode");
                        builder.withMethodBody(
                                hash ? "plainHashCode" : "plainEquals",
                                hash
                                        ? MethodTypeDesc.of(ConstantDescs.CD_int, self)
                                        : MethodTypeDesc.of(ConstantDescs.CD_boolean, self, ConstantDescs.CD_Object),
                                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                hash ? hashCode(self, components(model)) : equality(self, components(model)));
                    }
                })));
        return chains.isEmpty() && methods.isEmpty() ? bytes : rewritten;
    }

    private static Chain chain(InvokeDynamicInstruction call, int number) {
        if (!isOf(call, "SwitchBootstraps")
                || !call.bootstrapMethod().methodName().equals("typeSwitch")) {
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
    /// and the number of labels where none matches.
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

    private static boolean isOf(InvokeDynamicInstruction call, String bootstraps) {
        return call.bootstrapMethod().owner().displayName().equals(bootstraps);
    }

    private static List<Component> components(ClassModel model) {
        var components = new ArrayList<Component>();
        for (var component :
                model.findAttribute(Attributes.record()).orElseThrow().components()) {
            components.add(new Component(component.name().stringValue(), component.descriptorSymbol()));
        }
        return components;
    }

    /// 31 times what came before, plus the component's hash, over all components: what the JDK does.
    private static Consumer<CodeBuilder> hashCode(ClassDesc self, List<Component> components) {
        return code -> {
            code.iconst_0();
            for (Component component : components) {
                code.loadConstant(31).imul().aload(0).getfield(self, component.name(), component.type());
                ClassDesc type = component.type();
                if (type.isPrimitive()) {
                    code.invokestatic(boxed(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
                } else {
                    code.invokestatic(
                            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
                }
                code.iadd();
            }
            code.ireturn();
        };
    }

    private static Consumer<CodeBuilder> equality(ClassDesc self, List<Component> components) {
        return code -> {
            Label differ = code.newLabel();
            code.aload(1).instanceOf(self).ifeq(differ);
            for (Component component : components) {
                ClassDesc type = component.type();
                code.aload(0).getfield(self, component.name(), type);
                code.aload(1).checkcast(self).getfield(self, component.name(), type);
                if (type.isPrimitive()) {
                    // compare is 0 for what equals calls equal, not-a-number included.
                    code.invokestatic(boxed(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                            .ifne(differ);
                } else {
                    code.invokestatic(
                                    OBJECTS,
                                    "equals",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                            .ifeq(differ);
                }
            }
            code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
        };
    }

    private static ClassDesc boxed(ClassDesc primitive) {
        return switch (primitive.descriptorString()) {
            case "Z" -> ConstantDescs.CD_Boolean;
            case "B" -> ConstantDescs.CD_Byte;
            case "S" -> ConstantDescs.CD_Short;
            case "C" -> ConstantDescs.CD_Character;
            case "I" -> ConstantDescs.CD_Integer;
            case "J" -> ConstantDescs.CD_Long;
            case "F" -> ConstantDescs.CD_Float;
            case "D" -> ConstantDescs.CD_Double;
            default -> throw new IllegalArgumentException(primitive.descriptorString());
        };
    }
}
