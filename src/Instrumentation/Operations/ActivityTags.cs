using System.Diagnostics;

namespace Tidemark.Instrumentation;

/// <summary>Adds known values to a span that does not have them yet, and omits the others.</summary>
internal static class ActivityTags
{
    public static void AddKnown(this Activity activity, string key, string? value)
    {
        if (value is not null)
            activity.AddTag(key, (object)value);
    }

    public static void AddKnown(this Activity activity, string key, long? value)
    {
        if (value.HasValue)
            activity.AddTag(key, value.GetValueOrDefault());
    }

    public static void AddKnown(this Activity activity, string key, double? value)
    {
        if (value.HasValue)
            activity.AddTag(key, value.GetValueOrDefault());
    }
}
