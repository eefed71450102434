namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Reads the envelopes common to all signals (request, resource, scope); derived decoders read the items.</summary>
/// <remarks>Fields may occur in any order, so each envelope is searched for its resource or scope before its items are read.</remarks>
internal abstract class ProtobufDecoder(DecodeContext context) : IOtlpDecoder
{
    protected DecodeContext Context { get; } = context;

    protected ProtobufAttributes Attributes { get; } = new(context);

    public void Decode(ReadOnlyMemory<byte> body, ITelemetrySink sink)
    {
        Context.Begin();
        var reader = new ProtobufReader(body);
        while (reader.Next())
        {
            if (reader.Field == OtlpFields.Request.Resources) DecodeResourceItems(ref reader, sink);
            else reader.Skip();
        }
    }

    /// <summary>Reads one span, log record or metric. The reader has entered the message; the caller leaves it.</summary>
    protected abstract void DecodeItem(ref ProtobufReader reader, ITelemetrySink sink);

    private void DecodeResourceItems(ref ProtobufReader reader, ITelemetrySink sink)
    {
        Context.Budget.TakeResource();
        Context.Scratch.Release(default);
        Context.Resource.Begin();
        var outer = reader.Enter();

        var look = reader;
        while (look.Next())
        {
            if (look.Field == OtlpFields.ResourceItems.Resource) ReadResource(ref look);
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (reader.Next())
        {
            if (reader.Field == OtlpFields.ResourceItems.Scopes) DecodeScopeItems(ref reader, sink);
            else reader.Skip();
            Context.Scratch.Release(mark);
        }

        reader.Leave(outer);
    }

    private void DecodeScopeItems(ref ProtobufReader reader, ITelemetrySink sink)
    {
        Context.Budget.TakeScope();
        Context.Scope.Begin();
        var outer = reader.Enter();

        var look = reader;
        while (look.Next())
        {
            if (look.Field == OtlpFields.ScopeItems.Scope) ReadScope(ref look);
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (reader.Next())
        {
            if (reader.Field != OtlpFields.ScopeItems.Items)
            {
                reader.Skip();
                continue;
            }

            var scope = reader.Enter();
            DecodeItem(ref reader, sink);
            reader.Leave(scope);
            Context.Scratch.Release(mark);
        }

        reader.Leave(outer);
    }

    private void ReadResource(ref ProtobufReader reader)
    {
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.Resource.Attributes: Attributes.Read(ref reader, Context.Resource.Attributes); break;
                case OtlpFields.Resource.DroppedAttributes: ProtobufAttributes.ReadDropped(ref reader, Context.Resource.Attributes); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
    }

    private void ReadScope(ref ProtobufReader reader)
    {
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.Scope.Name: Context.Scope.Name = Context.Name(reader.ReadBytes()); break;
                case OtlpFields.Scope.Version: Context.Scope.Version = Context.Name(reader.ReadBytes()); break;
                case OtlpFields.Scope.Attributes: Attributes.Read(ref reader, Context.Scope.Attributes); break;
                case OtlpFields.Scope.DroppedAttributes: ProtobufAttributes.ReadDropped(ref reader, Context.Scope.Attributes); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
    }
}
