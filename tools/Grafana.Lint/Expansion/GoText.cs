using System.Globalization;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>Numbers and times as Go prints them: the data source's backend is written in Go.</summary>
internal static class GoText
{
    private const double PlainBelow = 1e6;
    private const double PlainFrom = 1e-4;
    private const long NanosecondsPerTick = 100;

    /// <summary>RFC3339Nano in UTC: the fraction without trailing zeros, none when it is zero.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>%v</c> of a float64: shortest digits, with an exponent from a million on.</summary>
    public static string Float(double value) =>
        value == 0 || Math.Abs(value) is >= PlainFrom and < PlainBelow
            ? value.ToString("0.################", CultureInfo.InvariantCulture)
            : value.ToString("0.################e+00", CultureInfo.InvariantCulture);

    /// <summary>Whole seconds since 1970.</summary>
    public static string UnixSeconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Nanoseconds since 1970.</summary>
    public static string UnixNanoseconds(DateTimeOffset time) =>
        ((time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);
}
