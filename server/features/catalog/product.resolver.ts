import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, selects } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { searchWords } from '../../kernel/search-words.ts'
import { readLabel } from '../identify/read-label.ts'
import { manufacturerOfProduct } from '../partners/organization.loader.ts'
import { Organization } from '../partners/organization.type.ts'
import { Document } from './document.type.ts'
import { productList } from './product-list.ts'
import { productByCode, type ProductRow } from './product.cypher.ts'
import { documentsOfProduct, identifiersOfProduct, registrationsOfProduct } from './product.loader.ts'
import { DeviceIdentifier, Product, ProductConnection, ProductKind, Registration } from './product.type.ts'

@Resolver(() => Product)
export class ProductResolver {
  @Query(() => Product, { nullable: true, description: 'By any of its device identifiers, package levels included, or a label that carries one.' })
  async product(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<ProductRow | null> {
    const [row] = await graph.read(productByCode, { code: readLabel(code).di ?? code.trim() })
    return row?.product ?? null
  }

  @Query(() => ProductConnection, { description: 'By words in names, brand, model or identifier; without words the viewer\'s own products, or all devices. By primary identifier.' })
  async products(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('search', () => String, { nullable: true }) search?: string,
    @Arg('kind', () => ProductKind, { nullable: true }) kind?: ProductKind,
  ): Promise<Connection<ProductRow>> {
    const { kind: viewerKind, organization } = context.viewer
    const maker = viewerKind === 'MANUFACTURER' || viewerKind === 'SUPPLIER' ? organization : null
    return productList(context, { words: searchWords(search), kind: kind ?? null, maker }, pageOf(args, 20), selects(info, 'totalCount'))
  }

  @FieldResolver(() => Organization, { nullable: true })
  async manufacturer(@Ctx() context: Context, @Root() product: ProductRow): Promise<Organization | null> {
    return product.manufacturer !== undefined ? product.manufacturer : manufacturerOfProduct(context).load(product.id)
  }

  @FieldResolver(() => [Registration])
  async registrations(@Ctx() context: Context, @Root() product: ProductRow): Promise<Registration[]> {
    return product.registrations ?? registrationsOfProduct(context).load(product.id)
  }

  @FieldResolver(() => [DeviceIdentifier])
  identifiers(@Ctx() context: Context, @Root() product: ProductRow): Promise<DeviceIdentifier[]> {
    return identifiersOfProduct(context).load(product.id)
  }

  @FieldResolver(() => [Document])
  documents(@Ctx() context: Context, @Root() product: ProductRow): Promise<Document[]> {
    return documentsOfProduct(context).load(product.id)
  }
}

@Resolver(() => Organization)
export class OrganizationProductsResolver {
  @FieldResolver(() => ProductConnection, { description: 'What it makes, as far as the viewer may see it.' })
  products(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Root() organization: Organization, @Args(() => PageArgs) args: PageArgs): Promise<Connection<ProductRow>> {
    return productList(context, { words: null, kind: null, maker: organization.id }, pageOf(args, 20), selects(info, 'totalCount'))
  }
}
