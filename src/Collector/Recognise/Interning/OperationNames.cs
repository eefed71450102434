using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>Labels for the names of operation types, looked up once per type.</summary>
internal sealed class OperationNames(LabelPool labels)
{
    private readonly Dictionary<OperationType, Label> _labels = [];

    /// <param name="verb">The sender's name, if the type has no fixed one.</param>
    public Label Of(OperationType type, ReadOnlySpan<byte> verb)
    {
        if (type.Name.Length == 0 && !verb.IsEmpty) return labels.Get(verb);
        if (_labels.TryGetValue(type, out var label)) return label;
        return _labels[type] = labels.Get(type.Name.Length > 0 ? type.Name : type.NameOtherwise);
    }
}
