namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>The vocabulary of one sender, as data. What it does not define is inherited from <see cref="Inherits"/>.</summary>
internal sealed record Dialect(string Name)
{
    public Dialect? Inherits { get; init; }

    /// <summary>Whether its event names are standard, so that any sender may use them.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Attributes specific to this dialect: any of them identifies it.</summary>
    public string[] MarkerKeys { get; init; } = [];

    /// <summary>Prefixes of the instrumentation scope's name.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>The scope version from which the dialect no longer applies; null = all versions. A scope without a version counts as an older one.</summary>
    public string? BeforeVersion { get; init; }

    /// <summary>Prefixes of the resource's <c>service.name</c>.</summary>
    public string[] Services { get; init; } = [];

    /// <summary>Prefixes of span names.</summary>
    public string[] SpanPrefixes { get; init; } = [];

    /// <summary>Prefixes of event names, removed before an event is looked up.</summary>
    public string[] EventPrefixes { get; init; } = [];

    /// <summary>Keys of each field in order, after the inherited ones: the first non-empty value wins.</summary>
    public IReadOnlyDictionary<Field, SourceKey[]> Keys { get; init; } = new Dictionary<Field, SourceKey[]>();

    /// <summary>Fields whose inherited keys do not apply: these replace them.</summary>
    public IReadOnlyDictionary<Field, SourceKey[]> Instead { get; init; } = new Dictionary<Field, SourceKey[]>();

    /// <summary>Names of spans that are not operations, regardless of their attributes; a star matches the rest of a name.</summary>
    public string[] Excluded { get; init; } = [];

    /// <summary>Span events that mark the first token.</summary>
    public string[] FirstTokenEvents { get; init; } = [];

    /// <summary>Evaluated in order, before the inherited ones.</summary>
    public OperationRule[] Operations { get; init; } = [];

    /// <summary>Evaluated if no attribute identifies the operation, before the inherited ones.</summary>
    public NameRule[] Names { get; init; } = [];

    /// <summary>Evaluated if the name does not identify it either, before the inherited ones.</summary>
    public OperationRule[] Fallbacks { get; init; } = [];

    public EventRule[] Events { get; init; } = [];

    /// <summary>What its metrics and events count, for coding agents. Not inherited: agents differ in which of their signals counts what.</summary>
    public CodingRule[] Coding { get; init; } = [];

    /// <summary>Span events for the start or end of the session.</summary>
    public EventRule[] SpanEvents { get; init; } = [];

    /// <summary>
    /// The sender's ids of a call, for senders that report it both as a span and as an event of another span or of none: the values of the
    /// first list whose keys are all present. The first form that is stored counts.
    /// </summary>
    public string[][] CallKeys { get; init; } = [];

    /// <summary>The provider if the sender names none.</summary>
    public string? Provider { get; init; }

    /// <summary>Attributes with content; a trailing <c>*</c> matches any suffix.</summary>
    public string[] Content { get; init; } = [];

    /// <summary>Attributes without content, which are kept: attributes in no list are treated as content.</summary>
    public string[] NoContent { get; init; } = [];

    /// <summary>Attributes with common names that are a single word here and may be prose elsewhere: kept only if they are a word.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Attributes that identify a person beyond the user id: never stored.</summary>
    public string[] Personal { get; init; } = [];
}
