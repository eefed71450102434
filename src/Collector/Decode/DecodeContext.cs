using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Decode;

/// <summary>What one decoder reuses from request to request: limits and what is left of them, scratch, the enclosing records.</summary>
internal sealed class DecodeContext(DecodeOptions options)
{
    /// <summary>Bytes of repaired, unescaped or built text that a resource, a scope and an item may need together.</summary>
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

    /// <summary>A name or key, fit for a database.</summary>
    public ReadOnlyMemory<byte> Name(ReadOnlyMemory<byte> raw) => TextRepair.Clean(raw, Options.NameLength, Scratch);

    /// <summary>A value's text, fit for a database.</summary>
    public ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> raw) => TextRepair.Clean(raw, Options.ContentValueLength, Scratch);

    /// <exception cref="MalformedRequestException">An array or key-value list stands deeper than it may.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > Options.ValueDepth)
            throw new MalformedRequestException($"an attribute's value nests deeper than {Options.ValueDepth} levels");
    }
}
