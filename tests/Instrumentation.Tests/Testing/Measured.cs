using System.Diagnostics.Metrics;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>One measurement.</summary>
internal sealed record Measured(Instrument Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
{
    public Measured(Instrument instrument, double value, KeyValuePair<string, object?>[] tags)
        : this(instrument, value, tags.ToDictionary(tag => tag.Key, tag => tag.Value))
    {
    }

    public string Name => Instrument.Name;
}
