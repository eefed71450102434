namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>One emitter's way of saying things, as data. What it does not say, it inherits from <see cref="Inherits"/>.</summary>
internal sealed record Dialect(string Name)
{
    public Dialect? Inherits { get; init; }

    /// <summary>Its event names are standard: any sender may use them.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>Attributes that only this dialect has: one of them is enough to know it.</summary>
    public string[] MarkerKeys { get; init; } = [];

    /// <summary>Beginnings of the instrumentation scope's name.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>The scope's version that no longer speaks so; null = all do. A scope without a version is taken for an older one.</summary>
    public string? BeforeVersion { get; init; }

    /// <summary>Beginnings of the resource's <c>service.name</c>.</summary>
    public string[] Services { get; init; } = [];

    /// <summary>Beginnings of span names.</summary>
    public string[] SpanPrefixes { get; init; } = [];

    /// <summary>Beginnings of event names; cut off before the event is looked up.</summary>
    public string[] EventPrefixes { get; init; } = [];

    /// <summary>The keys of each field in order, after the inherited ones: the first that is not empty wins.</summary>
    public IReadOnlyDictionary<Field, SourceKey[]> Keys { get; init; } = new Dictionary<Field, SourceKey[]>();

    /// <summary>Fields whose inherited keys do not hold here: these replace them.</summary>
    public IReadOnlyDictionary<Field, SourceKey[]> Instead { get; init; } = new Dictionary<Field, SourceKey[]>();

    /// <summary>Names of spans that are none of our operations whatever their attributes say; a star stands for the rest of a name.</summary>
    public string[] Excluded { get; init; } = [];

    /// <summary>Span events at whose time the first token was there.</summary>
    public string[] FirstTokenEvents { get; init; } = [];

    /// <summary>Asked in order, before the inherited ones.</summary>
    public OperationRule[] Operations { get; init; } = [];

    /// <summary>Asked when no attribute says what the span is, before the inherited ones.</summary>
    public NameRule[] Names { get; init; } = [];

    /// <summary>Asked when the name says nothing either, before the inherited ones.</summary>
    public OperationRule[] Fallbacks { get; init; } = [];

    public EventRule[] Events { get; init; } = [];

    /// <summary>What its metrics and events count, where it is a coding agent's. Not inherited: agents differ in which of their signals counts what.</summary>
    public CodingRule[] Coding { get; init; } = [];

    /// <summary>Span events that report the start or end of the session.</summary>
    public EventRule[] SpanEvents { get; init; } = [];

    /// <summary>
    /// The sender's own names for a call, for senders that report it both as a span and as an event of another span or of none:
    /// the values of the first list whose keys are all there. The first form that is stored counts.
    /// </summary>
    public string[][] CallKeys { get; init; } = [];

    /// <summary>The provider where the sender names none.</summary>
    public string? Provider { get; init; }

    /// <summary>Attributes that hold what people or models said; a trailing <c>*</c> stands for any ending.</summary>
    public string[] Content { get; init; } = [];

    /// <summary>Attributes that hold no content, and are kept: what no list names is taken for content.</summary>
    public string[] NoContent { get; init; } = [];

    /// <summary>Attributes with everyday names that hold one word here and may hold prose elsewhere: kept only as a word.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Attributes that name a person beyond the user id: never stored.</summary>
    public string[] Personal { get; init; } = [];
}
