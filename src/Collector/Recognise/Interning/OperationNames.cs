using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>The labels of operation types' own names, looked up once per type.</summary>
internal sealed class OperationNames(LabelPool labels)
{
    private readonly Dictionary<OperationType, Label> _labels = [];

    /// <param name="verb">What the sender calls it, where the type leaves that to the sender.</param>
    public Label Of(OperationType type, ReadOnlySpan<byte> verb)
    {
        if (type.Name.Length == 0 && !verb.IsEmpty) return labels.Get(verb);
        if (_labels.TryGetValue(type, out var label)) return label;
        return _labels[type] = labels.Get(type.Name.Length > 0 ? type.Name : type.NameOtherwise);
    }
}
