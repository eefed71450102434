using System.Globalization;
using System.Reflection;

namespace Tidemark.Instrumentation.Tests.Support;

/// <summary>Writes the public surface of an assembly as text, one member a line.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines);

    private static IEnumerable<string> Lines(Type type) =>
        type.GetMembers(Declared).Select(member => Describe(type, member)).OfType<string>().Order(StringComparer.Ordinal)
            .Prepend($"{KindOf(type)} {type.FullName}{Bases(type)}");

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases.Insert(0, Name(parent));
        return bases.Count == 0 || type.IsEnum ? string.Empty : $" : {string.Join(", ", bases)}";
    }

    private static string? Describe(Type type, MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal) => null,
        MethodInfo method => $"  {Static(method.IsStatic)}{Name(Nullability.Create(method.ReturnParameter))} {method.Name}{Generics(method)}({Parameters(method)})",
        ConstructorInfo constructor => $"  {type.Name}({Parameters(constructor)})",
        PropertyInfo property => $"  {Name(Nullability.Create(property))} {property.Name} {{ {Accessors(property)}}}",
        FieldInfo { IsLiteral: true } field => $"  {field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo { IsSpecialName: false } field => $"  {Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : string.Empty;

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod?.IsPublic == true ? "get; " : string.Empty) + (property.SetMethod?.IsPublic == true ? "set; " : string.Empty);

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{Name(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : string.Empty)}";

    private static string Name(NullabilityInfo info) =>
        (info.Type.IsByRef ? "ref " + Name(info.Type.GetElementType()!) : Name(info.Type))
        + (info.ReadState == NullabilityState.Nullable && info.Type is { IsValueType: false, IsByRef: false } ? "?" : string.Empty);

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        if (!type.IsGenericType)
            return type.IsArray ? $"{Name(type.GetElementType()!)}[]" : type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
