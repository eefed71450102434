using Tidemark.Collector.Model.Metrics;

namespace Tidemark.Collector.Recognise;

/// <summary>The result of recognising one data point.</summary>
/// <param name="Outcome">Ignored, rejected, or <see cref="RecognitionOutcome.MetricPoint"/>.</param>
/// <param name="Point">Set for <see cref="RecognitionOutcome.MetricPoint"/>.</param>
/// <param name="Reason">Set for <see cref="RecognitionOutcome.Rejected"/>: for the operator of the sender, without payload.</param>
internal readonly record struct MetricRecognition(RecognitionOutcome Outcome, MetricPoint? Point = null, string? Reason = null);
