using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>A dialect with everything it inherits and with keys as numbers, ready for reading items.</summary>
internal sealed class DialectReading
{
    private readonly FieldSource[][] _fields;
    private readonly bool[] _hasColumn;
    private readonly bool[] _hasModelCallColumn;
    private readonly OperationReading[] _operations;
    private readonly OperationReading[] _fallbacks;
    private readonly (byte[] Name, bool IsPrefix, OperationType Type)[] _names;
    private readonly Utf8Map<EventReading[]> _events;
    private readonly Utf8Map<EventReading[]> _spanEvents;
    private readonly Utf8Map<CodingRule[]> _codingEvents;
    private readonly Utf8Map<CodingRule[]> _codingMetrics;
    private readonly byte[][] _eventPrefixes;
    private readonly NamePattern[] _excluded;

    public DialectReading(Dialect dialect, KeyTable keys)
    {
        Name = dialect.Name;
        var line = LineOf(dialect).ToArray();
        _excluded = [.. line.SelectMany(d => d.Excluded).Select(NamePattern.Of)];
        FirstTokenEvents = [.. line.SelectMany(d => d.FirstTokenEvents).Select(Encoding.UTF8.GetBytes)];
        Provider = line.Select(d => d.Provider).FirstOrDefault(p => p is not null);
        CallKeys = [.. line.SelectMany(d => d.CallKeys).Select(names => names.Select(name => keys[name].Number).ToArray())];
        _fields = [.. Enum.GetValues<Field>().Select(field => SourcesOf(field, line).Select(s => SourceOf(s, keys)).ToArray())];
        _hasColumn = KeysWhere(Fields.HasColumn, keys.Count);
        _hasModelCallColumn = KeysWhere(field => Fields.HasColumn(field) || Fields.HasModelCallColumn(field), keys.Count);
        // An explicit kind, which the root dialect reads, takes precedence over a dialect's rules.
        _operations = [.. line[^1..].Concat(line[..^1]).SelectMany(d => d.Operations).Select(rule => OperationReading.Of(rule, keys))];
        _fallbacks = [.. line.SelectMany(d => d.Fallbacks).Select(rule => OperationReading.Of(rule, keys))];
        _names = [.. line.SelectMany(d => d.Names).Select(rule => (Encoding.UTF8.GetBytes(rule.Name.TrimEnd('*')), rule.Name.EndsWith('*'), rule.Type))];
        _events = EventsOf(line.Select(d => d.Events), keys);
        _spanEvents = EventsOf(line.Select(d => d.SpanEvents), keys);
        _codingEvents = CodingOf(dialect, isEvent: true);
        _codingMetrics = CodingOf(dialect, isEvent: false);
        _eventPrefixes = [.. line.SelectMany(d => d.EventPrefixes).Select(Encoding.UTF8.GetBytes)];
    }

    public string Name { get; }

    /// <summary>The provider if the sender names none.</summary>
    public string? Provider { get; }

    /// <summary>See <see cref="Dialect.CallKeys"/>.</summary>
    public short[][] CallKeys { get; }

    public ReadOnlySpan<FieldSource> Sources(Field field) => _fields[(int)field];

    /// <summary>By key number: whether the key's value already has a column.</summary>
    public ReadOnlySpan<bool> Columns(bool isModelCall) => isModelCall ? _hasModelCallColumn : _hasColumn;

    /// <summary>The operation by the span's attributes, otherwise by its name; null = unknown to the dialect.</summary>
    public OperationType? TypeOf(AttributeIndex attributes, ReadOnlySpan<byte> spanName)
    {
        foreach (var pattern in _excluded)
        {
            if (pattern.Matches(spanName)) return OperationType.None;
        }

        return TypeOf(_operations, attributes) ?? TypeOf(spanName) ?? TypeOf(_fallbacks, attributes);
    }

    /// <summary>The rule for a log event; null = the dialect does not know it, or no rule's conditions are met.</summary>
    public EventRule? EventOf(ReadOnlySpan<byte> eventName, AttributeIndex attributes) =>
        _events.TryGet(WithoutPrefix(eventName), out var rules) ? Array.Find(rules, rule => rule.Applies(attributes))?.Rule : null;

    /// <summary>What a metric or event of this name counts.</summary>
    public CodingRule[] CodingOf(ReadOnlySpan<byte> name, bool isEvent) =>
        (isEvent ? _codingEvents : _codingMetrics).TryGet(WithoutPrefix(name), out var rules) ? rules : [];

    /// <summary>Names of span events that mark the first token.</summary>
    public byte[][] FirstTokenEvents { get; }

    public bool HasSpanEvents => _spanEvents.Count > 0;

    public EventRule? SpanEventOf(ReadOnlySpan<byte> eventName) => _spanEvents.TryGet(eventName, out var rules) ? rules[0].Rule : null;

    private ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> name)
    {
        foreach (var prefix in _eventPrefixes)
        {
            if (name.StartsWith(prefix)) return name[prefix.Length..];
        }

        return name;
    }

    private static Utf8Map<CodingRule[]> CodingOf(Dialect dialect, bool isEvent) =>
        new(dialect.Coding.Where(rule => rule.IsEvent == isEvent).GroupBy(rule => rule.Name).ToDictionary(rules => rules.Key, rules => rules.ToArray()));

    // A dialect's rules for a name replace the inherited ones.
    private static Utf8Map<EventReading[]> EventsOf(IEnumerable<EventRule[]> line, KeyTable keys)
    {
        var rules = new Dictionary<string, EventReading[]>(StringComparer.Ordinal);
        foreach (var name in line.SelectMany(own => own.GroupBy(rule => rule.Name)))
        {
            rules.TryAdd(name.Key, [.. name.Select(rule => EventReading.Of(rule, keys))]);
        }

        return new Utf8Map<EventReading[]>(rules);
    }

    private static OperationType? TypeOf(OperationReading[] rules, AttributeIndex attributes)
    {
        foreach (var rule in rules)
        {
            if (rule.TypeOf(attributes) is { } type) return type;
        }

        return null;
    }

    private OperationType? TypeOf(ReadOnlySpan<byte> spanName)
    {
        foreach (var (name, isPrefix, type) in _names)
        {
            if (isPrefix ? spanName.StartsWith(name) : spanName.SequenceEqual(name)) return type;
        }

        return null;
    }

    private static IEnumerable<Dialect> LineOf(Dialect dialect)
    {
        for (var d = dialect; d is not null; d = d.Inherits) yield return d;
    }

    // Inherited keys come first: OpenTelemetry's names take precedence if a sender has both.
    private static List<SourceKey> SourcesOf(Field field, Dialect[] line)
    {
        var sources = new List<SourceKey>();
        foreach (var dialect in line)
        {
            if (dialect.Instead.TryGetValue(field, out var instead))
            {
                sources.InsertRange(0, instead);
                break;
            }

            if (dialect.Keys.TryGetValue(field, out var keys)) sources.InsertRange(0, keys);
        }

        return sources;
    }

    private static FieldSource SourceOf(SourceKey source, KeyTable keys) => new(
        keys[source.Name].Number, source.Scale, source.Reading,
        [.. (source.Path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes)]);

    private bool[] KeysWhere(Func<Field, bool> condition, int count)
    {
        var result = new bool[count];
        foreach (var field in Enum.GetValues<Field>().Where(condition))
        {
            // An amount in another currency has no column.
            foreach (var source in _fields[(int)field].Where(source => source.Path.Length == 0 && source.Reading != Reading.InUsd)) result[source.Key] = true;
        }

        return result;
    }
}
