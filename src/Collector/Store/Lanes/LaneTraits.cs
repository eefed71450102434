using System.Buffers;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The traits of one batch's operations. Not thread-safe.</summary>
internal sealed class LaneTraits(TraitNumbers numbers)
{
    private readonly Dictionary<Operation, StoredTraits> _known = new(ReferenceEqualityComparer.Instance);
    private readonly ArrayBufferWriter<byte> _same = new();
    private readonly ArrayBufferWriter<byte> _own = new();
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>Numbers the traits of a batch's operations.</summary>
    public async Task LearnAsync(IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        Dictionary<byte[], Traits>? unknown = null;
        List<(Operation Operation, byte[] Content, byte[] Own)>? waiting = null;
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = operations[i];
            Divide(operation);
            if (numbers.TryGet(_content.WrittenSpan, out var number))
            {
                _known[operation] = Stored(operation, number);
                continue;
            }

            unknown ??= new Dictionary<byte[], Traits>(ContentComparer.Instance);
            var content = _content.WrittenSpan.ToArray();
            if (!unknown.ContainsKey(content)) unknown[content] = new Traits(operation, _same.WrittenSpan.ToArray(), content);
            (waiting ??= []).Add((operation, content, _own.WrittenSpan.ToArray()));
        }

        if (unknown is null) return;
        await numbers.LearnAsync([.. unknown.Values], cancellationToken);
        foreach (var (operation, content, own) in waiting!)
        {
            numbers.TryGet(content, out var number);
            _known[operation] = number == 0 ? new StoredTraits(0, operation.Attributes) : new StoredTraits(number, own);
        }
    }

    /// <summary>The stored traits of an operation; if they have no number, its own row contains all of them.</summary>
    public StoredTraits Of(Operation operation) => _known.TryGetValue(operation, out var stored) ? stored : new StoredTraits(0, operation.Attributes);

    /// <summary>Releases the batch.</summary>
    public void Forget() => _known.Clear();

    private void Divide(Operation operation)
    {
        numbers.Split.Divide(operation.Attributes.Span, _same, _own);
        Traits.WriteContent(_content, operation, _same.WrittenSpan);
    }

    private StoredTraits Stored(Operation operation, int number)
    {
        if (number == 0 || _same.WrittenCount == 0) return new StoredTraits(number, operation.Attributes);
        return new StoredTraits(number, _own.WrittenCount == 0 ? default : _own.WrittenSpan.ToArray());
    }
}
