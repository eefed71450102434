using Tidemark.Collector.Derive.Amendments;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive;

/// <summary>Changes of rollups by an amendment.</summary>
public sealed class AmendingTests
{
    private static readonly Operation Run = Make.Operation(0, Make.Series(OperationKind.Agent, agent: "helper"));

    [Fact]
    public void IsCounted_CallingAgentAlone_IsTrue() => Assert.True(Amending.IsCounted(new Amendment(Run, Run with { Caller = "boss" })));

    [Fact]
    public void IsCounted_DurationAlone_IsTrue() => Assert.True(Amending.IsCounted(new Amendment(Run, Run with { Duration = null })));

    [Fact]
    public void IsCounted_WhatNoRollupHolds_IsFalse() => Assert.False(Amending.IsCounted(new Amendment(Run, Run with { FinishReason = "stop" })));
}
