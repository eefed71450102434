using System.Collections.Concurrent;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>The limits of each source: a source that exceeds them does not affect others.</summary>
internal sealed class SourceLimits(RecogniseOptions options)
{
    private const string Rest = "";

    private readonly ConcurrentDictionary<string, SeriesLimits> _sources = new(StringComparer.Ordinal);

    /// <summary>At most <see cref="RecogniseOptions.MaxSources"/> sources; further ones share limits.</summary>
    public SeriesLimits Of(string source)
    {
        if (_sources.TryGetValue(source, out var limits)) return limits;
        return _sources.GetOrAdd(_sources.Count < options.MaxSources ? source : Rest, _ => new SeriesLimits(options));
    }
}
