using System.Globalization;

namespace Tidemark.Benchmarks.Running;

/// <summary>Options of a benchmark, as <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _asked = [];

    /// <exception cref="ArgumentException">An argument is not an option, or has no value.</exception>
    public Arguments(ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == words.Length)
                throw new ArgumentException($"'{words[i]}' is no option with a value: write --name value.");
            _values[words[i][2..]] = words[i + 1];
        }
    }

    public int Int(string name, int fallback) => Get(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;

    public string? Text(string name) => Get(name);

    /// <exception cref="ArgumentException">An option is unknown.</exception>
    public void RefuseUnknown()
    {
        if (_values.Keys.Except(_asked).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no option --{unknown} here. Known: {string.Join(", ", _asked.Select(name => "--" + name))}.");
    }

    private string? Get(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }
}
