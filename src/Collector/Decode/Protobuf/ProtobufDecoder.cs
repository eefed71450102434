namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>Walks the envelopes that all signals share (request, resource, scope); a signal's decoder reads the items.</summary>
/// <remarks>Fields may stand in any order, so an envelope is looked through for its resource or scope before its items are read.</remarks>
internal abstract class ProtobufDecoder(DecodeContext context) : IOtlpDecoder
{
    protected DecodeContext Context { get; } = context;

    protected ProtobufAttributes Attributes { get; } = new(context);

    public void Decode(ReadOnlyMemory<byte> body, ITelemetrySink sink)
    {
        Context.Begin();
        var request = new ProtobufReader(body);
        while (request.Next())
        {
            if (request.Field == OtlpFields.Request.Resources) DecodeResourceItems(request.ReadMessage(), sink);
            else request.Skip();
        }
    }

    /// <summary>Reads one span, log record or metric.</summary>
    protected abstract void DecodeItem(ProtobufReader message, ITelemetrySink sink);

    private void DecodeResourceItems(ProtobufReader message, ITelemetrySink sink)
    {
        Context.Budget.TakeResource();
        Context.Scratch.Release(default);
        Context.Resource.Begin();

        var look = message;
        while (look.Next())
        {
            if (look.Field == OtlpFields.ResourceItems.Resource) ReadResource(look.ReadMessage());
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (message.Next())
        {
            if (message.Field == OtlpFields.ResourceItems.Scopes) DecodeScopeItems(message.ReadMessage(), sink);
            else message.Skip();
            Context.Scratch.Release(mark);
        }
    }

    private void DecodeScopeItems(ProtobufReader message, ITelemetrySink sink)
    {
        Context.Budget.TakeScope();
        Context.Scope.Begin();

        var look = message;
        while (look.Next())
        {
            if (look.Field == OtlpFields.ScopeItems.Scope) ReadScope(look.ReadMessage());
            else look.Skip();
        }

        var mark = Context.Scratch.Mark;
        while (message.Next())
        {
            if (message.Field == OtlpFields.ScopeItems.Items) DecodeItem(message.ReadMessage(), sink);
            else message.Skip();
            Context.Scratch.Release(mark);
        }
    }

    private void ReadResource(ProtobufReader message)
    {
        while (message.Next())
        {
            switch (message.Field)
            {
                case OtlpFields.Resource.Attributes: Attributes.Read(message.ReadMessage(), Context.Resource.Attributes); break;
                case OtlpFields.Resource.DroppedAttributes: ProtobufAttributes.ReadDropped(ref message, Context.Resource.Attributes); break;
                default: message.Skip(); break;
            }
        }
    }

    private void ReadScope(ProtobufReader message)
    {
        while (message.Next())
        {
            switch (message.Field)
            {
                case OtlpFields.Scope.Name: Context.Scope.Name = Context.Name(message.ReadBytes()); break;
                case OtlpFields.Scope.Version: Context.Scope.Version = Context.Name(message.ReadBytes()); break;
                case OtlpFields.Scope.Attributes: Attributes.Read(message.ReadMessage(), Context.Scope.Attributes); break;
                case OtlpFields.Scope.DroppedAttributes: ProtobufAttributes.ReadDropped(ref message, Context.Scope.Attributes); break;
                default: message.Skip(); break;
            }
        }
    }
}
