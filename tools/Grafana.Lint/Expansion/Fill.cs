using System.Globalization;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>Resampling over the whole range, done after the query.</summary>
internal sealed record Fill(FillMode Mode, TimeSpan Interval, double Value)
{
    /// <summary>Reads the argument: <c>NULL</c>, <c>previous</c> or a number.</summary>
    public static Fill Parse(string argument, TimeSpan interval)
    {
        if (interval < TimeSpan.FromSeconds(1))
            throw new MacroException($"a fill with an interval of {interval} divides by zero; use 1s or more");

        return argument switch
        {
            "NULL" => new Fill(FillMode.Null, interval, 0),
            "previous" => new Fill(FillMode.Previous, interval, 0),
            _ when double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => new Fill(FillMode.Value, interval, value),
            _ => throw new MacroException($"error parsing fill value {argument}"),
        };
    }
}
