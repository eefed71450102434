namespace Tidemark.Testing.Live;

/// <summary>One line of Influx line protocol.</summary>
/// <param name="Nanos">The timestamp; null = none, for which Grafana uses its clock.</param>
internal sealed record LiveLine(string Measurement, IReadOnlyList<KeyValuePair<string, string>> Tags, IReadOnlyList<LiveField> Fields, long? Nanos)
{
    public DateTime Time => DateTime.UnixEpoch.AddTicks((Nanos ?? 0) / TimeSpan.NanosecondsPerTick);

    /// <summary>Names and types of the fields, which must not change.</summary>
    public string Schema => string.Join(',', Fields.Select(one => $"{one.Name}:{one.Type}"));

    public string? Tag(string name) => Tags.FirstOrDefault(tag => tag.Key == name).Value;

    public object? this[string name] => Fields.First(one => one.Name == name).Value;
}
