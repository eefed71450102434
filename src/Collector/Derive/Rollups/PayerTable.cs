using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>
/// The payers of a batch: equal payers are the same object. Labels are compared by content, as the database formats them differently than senders.
/// </summary>
internal sealed class PayerTable
{
    private readonly Dictionary<(string UserId, string Labels), Payer> _payers = [];
    private readonly Dictionary<byte[], string> _labels = new(ContentComparer.Instance);

    /// <summary>Returns null if the operation names no payer.</summary>
    public Payer? Of(Operation operation)
    {
        if (operation.UserId is null && operation.Labels.IsEmpty) return null;
        var key = (operation.UserId ?? "", LabelsOf(operation.Labels.Span));
        if (_payers.TryGetValue(key, out var payer)) return payer;
        payer = new Payer(key.Item1, key.Item2);
        _payers.Add(key, payer);
        return payer;
    }

    private string LabelsOf(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return Payer.NoLabels;
        var lookup = _labels.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (lookup.TryGetValue(json, out var labels)) return labels;
        labels = LabelText.Write(LabelText.Read(json));
        lookup[json] = labels;
        return labels;
    }
}
