using System.Buffers;
using System.Text;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>All dialects, most specific first. Built once per process.</summary>
internal sealed class DialectTable
{
    private static readonly SearchValues<byte> VersionDigits = SearchValues.Create("0123456789."u8);

    private readonly DialectReading[] _readings;
    private readonly (byte[] Prefix, ulong Mark)[] _scopes;
    private readonly (Version Before, ulong Mark)[] _versions;
    private readonly (byte[] Prefix, ulong Mark)[] _services;
    private readonly (byte[] Prefix, ulong Mark)[] _spans;
    private readonly (byte[] Prefix, ulong Mark)[] _events;

    public DialectTable(IReadOnlyList<Dialect> dialects, IEnumerable<string>? labels = null, IEnumerable<string>? kept = null)
    {
        if (dialects.Count > 64) throw new ArgumentException("More dialects than there are marks.", nameof(dialects));
        Keys = new KeyTable(dialects, labels ?? [], kept ?? []);
        _readings = [.. dialects.Select(dialect => new DialectReading(dialect, Keys))];
        General = dialects.Select((dialect, number) => dialect.IsGeneral ? 1ul << number : 0).Aggregate(0ul, (all, mark) => all | mark);
        Coding = dialects.Select((dialect, number) => dialect.Coding.Length > 0 ? 1ul << number : 0).Aggregate(0ul, (all, mark) => all | mark);
        _scopes = Prefixes(dialects, dialect => dialect.Scopes);
        _versions = [.. dialects.SelectMany((dialect, number) => dialect.BeforeVersion is { } version ? new[] { (new Version(version), 1ul << number) } : [])];
        _services = Prefixes(dialects, dialect => dialect.Services);
        _spans = Prefixes(dialects, dialect => dialect.SpanPrefixes);
        _events = Prefixes(dialects, dialect => dialect.EventPrefixes);
    }

    public KeyTable Keys { get; }

    /// <summary>Bits of the dialects that are tried for every event.</summary>
    public ulong General { get; }

    /// <summary>Bits of the dialects of coding agents.</summary>
    public ulong Coding { get; }

    /// <summary>The dialect for items that nothing identifies.</summary>
    public DialectReading Default => _readings[^1];

    public DialectReading this[int number] => _readings[number];

    /// <summary>Bits of the dialects whose scope prefixes match, for this version.</summary>
    public ulong MarksOfScope(ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        var marks = MarksOf(_scopes, name);
        if (marks == 0) return 0;
        var sent = VersionOf(version);
        foreach (var (before, mark) in _versions)
        {
            if ((marks & mark) != 0 && sent >= before) marks &= ~mark;
        }

        return marks;
    }

    public ulong MarksOfService(ReadOnlySpan<byte> name) => MarksOf(_services, name);

    public ulong MarksOfSpan(ReadOnlySpan<byte> name) => MarksOf(_spans, name);

    public ulong MarksOfEvent(ReadOnlySpan<byte> name) => MarksOf(_events, name);

    // "0.27.0", "1.2.3-beta.1": what follows the numbers is ignored.
    private static Version? VersionOf(ReadOnlySpan<byte> version)
    {
        var end = version.IndexOfAnyExcept(VersionDigits);
        return Version.TryParse(Encoding.UTF8.GetString(end < 0 ? version : version[..end]), out var parsed) ? parsed : null;
    }

    private static ulong MarksOf((byte[] Prefix, ulong Mark)[] prefixes, ReadOnlySpan<byte> name)
    {
        var marks = 0ul;
        foreach (var (prefix, mark) in prefixes)
        {
            if (name.StartsWith(prefix)) marks |= mark;
        }

        return marks;
    }

    private static (byte[] Prefix, ulong Mark)[] Prefixes(IReadOnlyList<Dialect> dialects, Func<Dialect, string[]> texts) =>
        [.. dialects.SelectMany((dialect, number) => texts(dialect).Select(text => (Encoding.UTF8.GetBytes(text), 1ul << number)))];
}
