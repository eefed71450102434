using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Decode;

/// <summary>State that a decoder reuses between requests: remaining limits, scratch memory, the enclosing resource and scope.</summary>
internal sealed class DecodeContext(DecodeOptions options)
{
    /// <summary>Upper bound, in bytes, of the repaired, unescaped or built text of one resource, scope and item together.</summary>
    private const int ScratchLimit = 16 * 1024 * 1024;

    public DecodeOptions Options { get; } = options;

    public DecodeBudget Budget { get; } = new(options);

    public Scratch Scratch { get; } = new(ScratchLimit);

    public ResourceRecord Resource { get; } = new(options.AttributesPerRecord);

    public ScopeRecord Scope { get; } = new(options.AttributesPerRecord);

    public void Begin()
    {
        Budget.Reset();
        Scratch.Clear();
    }

    /// <summary>Returns a name or key as valid, bounded UTF-8.</summary>
    public ReadOnlyMemory<byte> Name(ReadOnlyMemory<byte> raw) => TextRepair.Clean(raw, Options.NameLength, Scratch);

    /// <summary>Returns a value as valid, bounded UTF-8.</summary>
    public ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> raw) => TextRepair.Clean(raw, Options.ContentValueLength, Scratch);

    /// <exception cref="MalformedRequestException">An array or key-value list is nested too deeply.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > Options.ValueDepth)
            throw new MalformedRequestException($"an attribute's value nests deeper than {Options.ValueDepth} levels");
    }
}
