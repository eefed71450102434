using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Recognise;

internal sealed class RecogniseOptionsValidator : IValidateOptions<RecogniseOptions>
{
    public ValidateOptionsResult Validate(string? name, RecogniseOptions options)
    {
        var errors = new List<string>();
        Check(options.RetentionDays is >= 1 and <= 36_500, nameof(options.RetentionDays), "1 to 36500 days");
        Check(options.FutureTolerance >= TimeSpan.Zero && options.FutureTolerance <= TimeSpan.FromDays(1), nameof(options.FutureTolerance), "0 to 1 day");
        Check(options.MaxLabels is >= 16 and <= 65_536, nameof(options.MaxLabels), "16 to 65536");
        Check(options.MaxSeries is >= 16 and <= 1_000_000, nameof(options.MaxSeries), "16 to 1000000");
        Check(options.MaxSources is >= 1 and <= 100_000, nameof(options.MaxSources), "1 to 100000");
        Check(options.IdCacheSize is >= 16 and <= 1_048_576, nameof(options.IdCacheSize), "16 to 1048576");
        Check(options.MaxAttributeBytes is >= 64 and <= 1_048_576, nameof(options.MaxAttributeBytes), "64 to 1048576 bytes");
        Check(options.MaxUnknownBytes is >= 64 and <= 1_048_576, nameof(options.MaxUnknownBytes), "64 to 1048576 bytes");
        Check(options.Labels.Length <= 4 && options.Labels.All(key => key.Length is > 0 and <= 128), nameof(options.Labels), "at most 4 attribute keys");
        Check(
            options.KeepAttributes.All(pattern => pattern.Length > 0 && pattern.Count(c => c == '*') <= 1), nameof(options.KeepAttributes),
            "keys, or patterns with one *");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Check(bool holds, string option, string range)
        {
            if (!holds) errors.Add($"{RecogniseOptions.Section}:{option} must be {range}.");
        }
    }
}
