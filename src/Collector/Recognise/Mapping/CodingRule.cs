namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What a metric or event of a coding agent counts. Several rules may apply to one name.</summary>
/// <param name="Name">Name of the metric or event, without the dialect's prefix.</param>
/// <param name="Measure">One of <see cref="Model.CodingMeasures"/>.</param>
/// <param name="IsEvent">True for a log event, which counts once; false for a metric, whose value (for a histogram: sum) counts.</param>
internal sealed record CodingRule(string Name, string Measure, bool IsEvent)
{
    /// <summary>Attribute with the number that an event counts for; without it no count.</summary>
    public SourceKey? Value { get; init; }

    /// <summary>Factor for a metric's value.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Attribute with the kind.</summary>
    public string? Detail { get; init; }

    /// <summary>Attribute with the person, rule or hook that decided.</summary>
    public string? Actor { get; init; }

    /// <summary>Maps the sender's kinds, in lower case, to canonical ones; others are unchanged.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>Maps the sender's words for who decided, in lower case, to canonical ones; others are ignored.</summary>
    public IReadOnlyDictionary<string, string> Actors { get; init; } = new Dictionary<string, string>();

    /// <summary>Attributes that must be present with this value.</summary>
    public (string Key, string Value)[] Guards { get; init; } = [];

    /// <summary>An attribute that must be present.</summary>
    public string? Present { get; init; }

    /// <summary>An attribute that must be a number greater than zero.</summary>
    public string? Above { get; init; }

    public static CodingRule Metric(string name, string measure) => new(name, measure, IsEvent: false);

    public static CodingRule Event(string name, string measure) => new(name, measure, IsEvent: true);

    /// <summary>All keys that the rule reads.</summary>
    public IEnumerable<string> Keys() =>
        new[] { Value?.Name, Detail, Actor, Present, Above }.OfType<string>().Concat(Guards.Select(guard => guard.Key));
}
