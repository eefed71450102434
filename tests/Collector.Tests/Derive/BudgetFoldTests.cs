using System.Text.Json;
using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

/// <summary>Events raised by a budget's state, depending on those raised before.</summary>
public sealed class BudgetFoldTests
{
    private static readonly BudgetStatus Budget = new()
    {
        Budget = "search",
        Scope = "label:team",
        Value = "search",
        Period = "month",
        PeriodStart = Make.At(0),
        Allowed = 200,
        Spent = 0,
    };

    [Theory]
    [InlineData(99.99, -1, null)]
    [InlineData(100, -1, 50)]
    [InlineData(199.99, -1, 80)]
    [InlineData(500, -1, 100)]
    [InlineData(500, 50, 100)]
    [InlineData(170, 80, null)]
    [InlineData(500, 100, null)]
    public void Apply_ThresholdPassed_RaisesTheHighestOnce(double spent, short raised, int? expected)
    {
        var (events, marks) = Apply(Budget with { Spent = (decimal)spent, Raised = raised });

        Assert.Equal(expected is null ? [] : [(short)expected], marks.Select(mark => mark.Percent));
        Assert.Equal(marks.Count, events.Count);
        Assert.All(
            events, one => Assert.Contains($"{Math.Floor(spent / 2)} % of the 200.00 USD a month of budget search", one.Message, StringComparison.Ordinal));
        Assert.All(events, one => Assert.Equal(expected / 100m, JsonDocument.Parse(one.Data).RootElement.GetProperty("threshold").GetDecimal()));
    }

    [Theory]
    [InlineData(201, false, 1)]
    [InlineData(200, false, 0)]
    [InlineData(201, true, 0)]
    public void Apply_ProjectionPassesTheLimit_RaisesOnce(double projected, bool isRaised, int expected)
    {
        var (events, marks) = Apply(Budget with { Spent = 20, Projected = (decimal)projected, IsProjectionRaised = isRaised });

        Assert.Equal(Enumerable.Repeat(BudgetMark.Projection, expected), marks.Select(mark => mark.Percent));
        Assert.All(
            events,
            one => Assert.Equal(
                "Team search will have spent 201.00 USD by the end of the month, more than the 200.00 USD a month of budget search.", one.Message));
    }

    // A budget that is already exceeded is not projected to be exceeded.
    [Fact]
    public void Apply_LimitReached_RaisesNoProjection() =>
        Assert.Equal([(short)100], Apply(Budget with { Spent = 200, Projected = 900 }).Marks.Select(mark => mark.Percent));

    [Fact]
    public void Apply_TokensOfEverybody_SaysSo()
    {
        var (events, _) = Apply(Budget with
        {
            Budget = "all tokens",
            Scope = "all",
            Value = "",
            Period = "day",
            IsUsd = false,
            Allowed = 1000,
            Spent = 1200,
            Projected = 2400,
        });

        var raised = Assert.Single(events);
        Assert.Equal("Everybody has spent 1200 tokens, 120 % of the 1000 tokens a day of budget all tokens.", raised.Message);
        Assert.Equal((EventTypes.BudgetThreshold, EventSeverity.Error, "", Make.At(9)), (raised.Type, raised.Severity, raised.SessionId, raised.OccurredAt));
        var data = JsonDocument.Parse(raised.Data).RootElement;
        Assert.Equal(1.2m, data.GetProperty("ratio").GetDecimal());
        Assert.Equal("tokens", data.GetProperty("unit").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("value").ValueKind);
    }

    [Theory]
    [InlineData("service")]
    [InlineData("model")]
    [InlineData("agent")]
    [InlineData("user")]
    public void Apply_ScopeOfAnEventsColumn_FillsIt(string scope)
    {
        var raised = Assert.Single(Apply(Budget with { Scope = scope, Value = "it", Spent = 200 }).Events);

        var columns = new Dictionary<string, string?>
        {
            ["service"] = raised.Service,
            ["model"] = raised.Model,
            ["agent"] = raised.Agent,
            ["user"] = raised.UserId,
        };
        Assert.All(columns, column => Assert.Equal(column.Key == scope ? "it" : "", column.Value ?? ""));
    }

    private static (IReadOnlyList<SessionEvent> Events, IReadOnlyList<BudgetMark> Marks) Apply(BudgetStatus budget) => BudgetFold.Apply([budget], Make.At(9));
}
