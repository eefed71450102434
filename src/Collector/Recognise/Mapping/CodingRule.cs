namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What a metric or an event of a coding agent counts as. Several rules may hold for one name.</summary>
/// <param name="Name">The metric's or event's name, without the dialect's prefix.</param>
/// <param name="Measure">One of <see cref="Model.CodingMeasures"/>.</param>
/// <param name="IsEvent">A log event, which counts once; otherwise a metric, whose value (of a histogram: sum) counts.</param>
internal sealed record CodingRule(string Name, string Measure, bool IsEvent)
{
    /// <summary>Where an event says how many; without it no count.</summary>
    public SourceKey? Value { get; init; }

    /// <summary>What a metric's value is multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The attribute with its kind.</summary>
    public string? Detail { get; init; }

    /// <summary>The attribute that says who decided.</summary>
    public string? Actor { get; init; }

    /// <summary>The sender's words for kinds, in lower case, as ours; others stay as they are.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The sender's words for who decided, in lower case, as ours; others are ignored.</summary>
    public IReadOnlyDictionary<string, string> Actors { get; init; } = new Dictionary<string, string>();

    /// <summary>Attributes that must be there with this value.</summary>
    public (string Key, string Value)[] Guards { get; init; } = [];

    /// <summary>An attribute that must be there.</summary>
    public string? Present { get; init; }

    /// <summary>An attribute that must be a number above zero.</summary>
    public string? Above { get; init; }

    public static CodingRule Metric(string name, string measure) => new(name, measure, IsEvent: false);

    public static CodingRule Event(string name, string measure) => new(name, measure, IsEvent: true);

    /// <summary>Every key that the rule reads.</summary>
    public IEnumerable<string> Keys() =>
        new[] { Value?.Name, Detail, Actor, Present, Above }.OfType<string>().Concat(Guards.Select(guard => guard.Key));
}
