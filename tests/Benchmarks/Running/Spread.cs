using System.Globalization;

namespace Tidemark.Benchmarks.Running;

/// <summary>Several measurements of a value, which show the noise.</summary>
internal sealed class Spread(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => _sorted.Length % 2 == 1 ? _sorted[_sorted.Length / 2] : (_sorted[(_sorted.Length / 2) - 1] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>Smallest, median and largest, separated by slashes.</summary>
    public string ToString(string format) =>
        string.Join('/', new[] { _sorted[0], Median, _sorted[^1] }.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));
}
