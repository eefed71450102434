using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Decode;

/// <summary>Checks that every limit is at least 1. Reports all errors at once.</summary>
internal sealed class DecodeOptionsValidator : IValidateOptions<DecodeOptions>
{
    /// <summary>Decoding recurses once per level, so the stack bounds this limit.</summary>
    private const int MostDepth = 200;

    public ValidateOptionsResult Validate(string? name, DecodeOptions options)
    {
        var faults = new List<string>();
        foreach (var (key, value) in Limits(options))
            if (value < 1) faults.Add($"{DecodeOptions.Section}:{key} is {value}; it must be at least 1.");
        if (options.ValueDepth > MostDepth)
            faults.Add($"{DecodeOptions.Section}:{nameof(options.ValueDepth)} is {options.ValueDepth}; at most {MostDepth} is possible.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Key, int Value)> Limits(DecodeOptions options) =>
    [
        (nameof(options.MaxItems), options.MaxItems),
        (nameof(options.MaxResources), options.MaxResources),
        (nameof(options.MaxScopes), options.MaxScopes),
        (nameof(options.MaxMetrics), options.MaxMetrics),
        (nameof(options.MaxAttributes), options.MaxAttributes),
        (nameof(options.MaxEvents), options.MaxEvents),
        (nameof(options.MaxLinks), options.MaxLinks),
        (nameof(options.AttributesPerRecord), options.AttributesPerRecord),
        (nameof(options.EventsPerSpan), options.EventsPerSpan),
        (nameof(options.NameLength), options.NameLength),
        (nameof(options.ContentValueLength), options.ContentValueLength),
        (nameof(options.ValueDepth), options.ValueDepth),
    ];
}
