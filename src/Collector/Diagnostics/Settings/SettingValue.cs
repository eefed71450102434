using System.ComponentModel;
using System.Globalization;

namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>Checks whether a string is valid for a setting, and describes what is accepted.</summary>
internal static class SettingValue
{
    private static readonly Type[] WholeNumbers = [typeof(int), typeof(long), typeof(short)];
    private static readonly Type[] Numbers = [typeof(double), typeof(decimal)];

    /// <returns>A description of valid values, or null if the value is valid.</returns>
    public static string? Wanted(Type type, string text)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        // .NET parses a bare number as days, which is never intended.
        if (plain == typeof(TimeSpan) && text.Trim() is not "0" && int.TryParse(text, CultureInfo.InvariantCulture, out _)) return Describe(plain);
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return Describe(plain);
        }
    }

    private static string Describe(Type type)
    {
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type))}";
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(TimeSpan)) return "a time as d.hh:mm:ss, such as 00:00:30 for thirty seconds";
        if (WholeNumbers.Contains(type)) return "a whole number";
        return Numbers.Contains(type) ? "a number" : $"a {type.Name}";
    }
}
