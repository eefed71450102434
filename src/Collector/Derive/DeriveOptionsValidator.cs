using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Derive;

/// <summary>Validates the section and reports all errors at once.</summary>
internal sealed class DeriveOptionsValidator : IValidateOptions<DeriveOptions>
{
    public ValidateOptionsResult Validate(string? name, DeriveOptions options)
    {
        var errors = ErrorsOf(options).Select(error => $"{DeriveOptions.Section}:{error}").ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> ErrorsOf(DeriveOptions options)
    {
        foreach (var (kind, limit) in options.SlowLimits)
        {
            if (!Enum.IsDefined(kind)) yield return $"SlowLimits: {kind} is not a kind of operation.";
            if (limit < TimeSpan.Zero) yield return $"SlowLimits:{kind} is {limit}: use a positive duration, or 00:00:00 for no limit.";
        }

        if (options.SlowLimitRules.Count > DeriveOptions.MaxSlowLimitRules)
            yield return $"SlowLimitRules has {options.SlowLimitRules.Count} rules: at most {DeriveOptions.MaxSlowLimitRules} are allowed.";
        for (var i = 0; i < options.SlowLimitRules.Count; i++)
        {
            var rule = options.SlowLimitRules[i];
            if (rule.Specificity == 0) yield return $"SlowLimitRules:{i} matches everything: set Service, Operation or Kind.";
            if (rule.Limit < TimeSpan.Zero) yield return $"SlowLimitRules:{i}:Limit is {rule.Limit}: use a positive duration, or 00:00:00 for no limit.";
        }

        if (options.IdleAfter <= TimeSpan.Zero) yield return $"IdleAfter is {options.IdleAfter}: use a positive duration.";
        if (options.EndedAfter <= options.IdleAfter)
            yield return $"EndedAfter is {options.EndedAfter}: it must be longer than IdleAfter ({options.IdleAfter}).";
        if (options.ContextThresholds.Exists(percent => percent is < 1 or > 100))
            yield return "ContextThresholds holds a value that is not from 1 to 100 percent.";
        if (options.CostBudgetUsd <= 0) yield return $"CostBudgetUsd is {options.CostBudgetUsd}: use a positive amount, or leave it out for no budget.";
        if (options.FailuresInARow < 1) yield return $"FailuresInARow is {options.FailuresInARow}: use 1 or more.";
        if (string.IsNullOrWhiteSpace(options.FallbackBackend)) yield return "FallbackBackend is empty: name the backend that session stores fall back to.";
        if (options.MaxModelsPerSession < 1) yield return $"MaxModelsPerSession is {options.MaxModelsPerSession}: use 1 or more.";
    }
}
