using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Tests.Derive;

public class DeriveOptionsTests
{
    [Fact]
    public void AddDerive_NothingSet_HasTheDocumentedDefaults()
    {
        var options = Bind();

        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)), (options.IdleAfter, options.EndedAfter));
        Assert.Equal((null, 5, "memory"), (options.CostBudgetUsd, options.FailuresInARow, options.FallbackBackend));
        Assert.Equal(TimeSpan.FromSeconds(30), options.SlowLimits[OperationKind.Inference]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), options.SlowLimits[OperationKind.Cache]);
    }

    [Fact]
    public void AddDerive_EverythingSet_IsBound()
    {
        var options = Bind(
            ("SlowLimits:inference", "00:01:00"), ("SlowLimits:Agent", "00:10:00"), ("SlowLimitRules:0:Service", "shop"), ("SlowLimitRules:0:Kind", "tool"),
            ("SlowLimitRules:0:Limit", "00:00:01"), ("ContextThresholds:0", "70"), ("CostBudgetUsd", "2.5"), ("IdleAfter", "00:01:00"),
            ("FallbackBackend", "disk"));

        Assert.Equal(
            (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)), (options.SlowLimits[OperationKind.Inference], options.SlowLimits[OperationKind.Agent]));
        Assert.Equal(
            ("shop", OperationKind.Tool, TimeSpan.FromSeconds(1)),
            (options.SlowLimitRules[0].Service, options.SlowLimitRules[0].Kind, options.SlowLimitRules[0].Limit));
        Assert.Equal([(short)70], options.ContextThresholds);
        Assert.Equal((2.5m, "disk"), (options.CostBudgetUsd, options.FallbackBackend));
    }

    [Fact]
    public void AddDerive_EverythingWrong_TellsAllErrorsAtOnce()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Bind(
            ("SlowLimits:Tool", "-00:00:01"), ("SlowLimitRules:0:Limit", "-00:00:01"), ("IdleAfter", "00:00:00"), ("EndedAfter", "00:00:00"),
            ("ContextThresholds:0", "101"), ("CostBudgetUsd", "0"), ("FailuresInARow", "0"), ("FallbackBackend", " "), ("MaxModelsPerSession", "0")));

        Assert.Equal(10, error.Failures.Count());
        Assert.All(error.Failures, failure => Assert.StartsWith("Tidemark:Derive:", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_TooManyRules_IsRefused()
    {
        var options = new DeriveOptions();
        for (var i = 0; i <= DeriveOptions.MaxSlowLimitRules; i++) options.SlowLimitRules.Add(new SlowLimitRule { Service = "shop" });

        Assert.Contains("257 rules", new DeriveOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void AddDerive_Services_MakeTheFold()
    {
        using var provider = Services().BuildServiceProvider();

        Assert.Empty(provider.GetRequiredService<BatchFold>().Apply(new BatchInput { Operations = [], State = new LockedState([], [], []) }).Events);
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Tidemark:Derive:{setting.Key}", (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddDerive(configuration);
        return services;
    }

    private static DeriveOptions Bind(params (string Key, string Value)[] settings)
    {
        using var provider = Services(settings).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DeriveOptions>>().Value;
    }
}
